using Dapper;
using Ingest.Pseudonymise;
using Ingest.Sealing;
using Ingest.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Sealing;

public sealed class SealedDatabaseTests
{
    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    [InlineData("TRUNCATE")]
    [InlineData("PERSIST")]
    public void Nothing_IsInClear_WhateverTheJournal(string journal)
    {
        using var some = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 40, journal);

            // A transaction that has outgrown its memory, so that the journal holds pages.
            connection.Execute("PRAGMA cache_size = 1");
            using SqliteTransaction transaction = connection.BeginTransaction();
            connection.Execute("UPDATE t SET text = text || 'y'", transaction: transaction);
            connection.Execute("CREATE INDEX i ON t (text)", transaction: transaction);
            Assert.Empty(SomeDatabase.InClear(some.Folder));
            Assert.Contains(Directory.EnumerateFiles(some.Folder), f => f.EndsWith(journal == "WAL" ? "-wal" : "-journal", StringComparison.Ordinal) && new FileInfo(f).Length > 4096);
            transaction.Commit();
        }

        Assert.Empty(SomeDatabase.InClear(some.Folder));
        using SqliteConnection again = some.Sealed();
        Assert.Equal((40, "ok"), (SomeDatabase.Count(again), SomeDatabase.Check(again)));
    }

    [Fact]
    public void EveryChangedPage_IsDamage_AndNotData()
    {
        using var some = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 60, "DELETE");
        }

        byte[] whole = File.ReadAllBytes(some.Path);
        for (int place = SealHead.Bytes + 5; place < whole.Length; place += 4124)
        {
            byte[] changed = [.. whole];
            changed[place] ^= 1;
            File.WriteAllBytes(some.Path, changed);
            var failure = Assert.Throws<SqliteException>(() =>
            {
                using SqliteConnection connection = some.Sealed();
                connection.Query<string>("SELECT text FROM t").ToList();
            });
            Assert.Equal(StoreFailureCode.FileDamaged, StoreFault.Of(failure));
        }
    }

    [Fact]
    public void PageInAnothersPlace_IsDamage()
    {
        using var some = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 60, "DELETE");
        }

        byte[] bytes = File.ReadAllBytes(some.Path);
        bytes.AsSpan(SealHead.Bytes + (4 * 4124), 4124).CopyTo(bytes.AsSpan(SealHead.Bytes + (5 * 4124)));
        File.WriteAllBytes(some.Path, bytes);
        using SqliteConnection again = some.Sealed();
        Assert.Throws<SqliteException>(() => again.Query<string>("SELECT text FROM t").ToList());
    }

    [Theory]
    [InlineData("k2", "k2")]
    [InlineData("k1", "k2")]
    public void OtherRing_IsTold_AndNothingIsChanged(string id, string secretOf)
    {
        using var some = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 3);
        }

        byte[] before = File.ReadAllBytes(some.Path);
        string text = $$"""{ "schemaVersion": 1, "current": "{{id}}", "pseudonym": "{{id}}", "keys": [{ "id": "{{id}}", "secret": "{{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secretOf)))}}" }] }""";
        Assert.True(KeyRing.TryRead(text, out KeyRing? other, out _));
        var refused = Assert.Throws<SealException>(() => SealedDatabase.Open(some.Path, other));
        Assert.Equal((SealFault.KeyUnavailable, "some.db", "k1"), (refused.Fault, refused.Database, refused.KeyId));
        Assert.Equal(before, File.ReadAllBytes(some.Path));
        Assert.Equal([some.Path], Directory.GetFiles(some.Folder));
    }

    [Fact]
    public void AnotherCurrentKey_TakesTheDatabaseOver_WhileItIsInUse()
    {
        using var some = new SomeDatabase();
        using SqliteConnection inUse = some.Sealed();
        SomeDatabase.Fill(inUse, 3);
        using (SqliteConnection rotated = some.Sealed(SomeDatabase.Ring("k2", "k1", "k2")))
        {
            SomeDatabase.Fill(rotated, 2);
        }

        SomeDatabase.Fill(inUse, 1);
        using (SqliteConnection later = some.Sealed(SomeDatabase.Ring("k2", "k2")))
        {
            Assert.Equal((6, "ok"), (SomeDatabase.Count(later), SomeDatabase.Check(later)));
        }

        Assert.Throws<SealException>(() => SealedDatabase.Open(some.Path, SomeDatabase.Keys));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void OneCopyOfTheHeadIsEnough_AndIsDoubledAgain(int spoilt)
    {
        using var some = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 3);
        }

        foreach (int place in new[] { SealHead.Places[spoilt], SealHead.Places[1 - spoilt] })
        {
            using (var file = new FileStream(some.Path, FileMode.Open))
            {
                file.Seek(place, SeekOrigin.Begin);
                file.Write(new byte[200]);
            }

            using SqliteConnection again = some.Sealed();
            Assert.Equal(3, SomeDatabase.Count(again));
        }
    }

    // The power may go while a copy is written: it must not be the only one that is whole.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void DamagedCopyOfTheHead_IsRenewedFirst(int spoilt)
    {
        byte[] head = SealHead.New(new byte[KeyRing.KeyBytes], SomeDatabase.Keys);
        head.AsSpan(SealHead.Places[spoilt], 200).Clear();
        Assert.True(SealHead.TryRead(head, SomeDatabase.Keys, out SealHead? read, out bool isCurrent, out _));
        Assert.False(isCurrent);
        using var some = new SomeDatabase();
        File.WriteAllBytes(some.Path, head);
        List<int> order = [];
        DatabaseHead.Renew(some.Path, read, SomeDatabase.Keys, order.Add);
        Assert.Equal([SealHead.Places[spoilt], SealHead.Places[1 - spoilt]], order);
        Assert.True(SealHead.TryRead(File.ReadAllBytes(some.Path), SomeDatabase.Keys, out _, out isCurrent, out _) && isCurrent);
    }

    // A key is one database's, and a journal that names another ends where its content ends.
    [Fact]
    public void AnotherDatabaseInTheSameConnection_IsRefused()
    {
        using var some = new SomeDatabase();
        using var other = new SomeDatabase();
        using (SqliteConnection made = other.Sealed())
        {
            SomeDatabase.Fill(made, 1);
        }

        using SqliteConnection connection = some.Sealed();
        Assert.Throws<SqliteException>(() => connection.Execute("ATTACH @Path AS other; SELECT * FROM other.t", new { other.Path }));
        Assert.Throws<SqliteException>(() => connection.Execute("ATTACH @path AS fresh", new { path = Path.Combine(some.Folder, "fresh.db") }));
    }

    [Fact]
    public void SomethingElse_IsDamage()
    {
        using var some = new SomeDatabase();
        File.WriteAllText(some.Path, "something else");
        Assert.Equal(SealFault.Damaged, Assert.Throws<SealException>(() => SealedDatabase.Open(some.Path, SomeDatabase.Keys)).Fault);
        File.WriteAllText(some.Path, "RSD2 of a later program");
        Assert.Equal(SealFault.Newer, Assert.Throws<SealException>(() => SealedDatabase.Open(some.Path, SomeDatabase.Keys)).Fault);
    }

    [Fact]
    public void OnlyWhatIsThereAndNotPlain_IsSealed()
    {
        using var some = new SomeDatabase();
        Assert.False(SealedDatabase.IsSealed(some.Path));
        using (SqliteConnection plain = some.Plain())
        {
            SomeDatabase.Fill(plain, 2, "DELETE");
        }

        Assert.False(SealedDatabase.IsSealed(some.Path));
        some.Sealed().Dispose();
        Assert.True(SealedDatabase.IsSealed(some.Path));
    }

    [Fact]
    public void Databases_ShareNoKey()
    {
        using var one = new SomeDatabase();
        using var other = new SomeDatabase();
        string first = SealedDatabase.Open(one.Path, SomeDatabase.Keys).Connection().Vfs!;
        Assert.NotEqual(first, SealedDatabase.Open(other.Path, SomeDatabase.Keys).Connection().Vfs);
        Assert.Equal(first, SealedDatabase.Open(one.Path, SomeDatabase.Keys).Connection().Vfs);
    }
}
