using Dapper;
using Ingest.Sealing;
using Ingest.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Sealing;

/// <summary>What a killed process or a power cut leaves: half-written pages, logs and journals.</summary>
public sealed class InterruptedWriteTests
{
    // What a killed process leaves is what lies in the folder at that moment.
    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    [InlineData("PERSIST")]
    public void Killed_KeepsWhatWasCommitted_AndNothingElse(string journal)
    {
        using var some = new SomeDatabase();
        using var left = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 25, journal);
            connection.Execute("PRAGMA cache_size = 1");
            using SqliteTransaction transaction = connection.BeginTransaction();
            connection.Execute("DELETE FROM t WHERE id > 3", transaction: transaction);
            connection.Execute("INSERT INTO t (text) SELECT hex(randomblob(3000)) FROM t, t AS u, t AS v, t AS w", transaction: transaction);
            SomeDatabase.CopyTo(some.Folder, left.Folder);
        }

        using SqliteConnection again = left.Sealed();
        Assert.Equal((25, "ok"), (SomeDatabase.Count(again), SomeDatabase.Check(again)));
    }

    // A power cut leaves any part of the log.
    [Fact]
    public void LogThatEndsAnywhere_GivesTheCommitsBeforeIt()
    {
        using var some = new SomeDatabase();
        using SqliteConnection connection = some.Sealed();
        SomeDatabase.Fill(connection, 12);
        long whole = new FileInfo(some.Path + "-wal").Length;
        long counted = -1;
        for (long length = 60; length <= whole; length += 911)
        {
            using var left = new SomeDatabase();
            SomeDatabase.CopyTo(some.Folder, left.Folder);
            using (var log = new FileStream(left.Path + "-wal", FileMode.Open))
            {
                log.SetLength(length);
                log.Seek(-40, SeekOrigin.End);
                log.Write(new byte[40]);
            }

            File.Delete(left.Path + "-shm");
            using SqliteConnection again = left.Sealed();
            Assert.Equal("ok", SomeDatabase.Check(again));
            long rows = again.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 't'") == 0 ? 0 : SomeDatabase.Count(again);
            Assert.True(rows >= counted);
            counted = rows;
        }

        Assert.InRange(counted, 10, 12);
    }

    // Killed in a checkpoint, or in a transaction that spilled: any page of the database may be half written, the first one, too, which SQLite reads before it has
    // looked for a log or a journal.
    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    public void PagesThatWereBeingWritten_AreMendedByTheLogOrTheJournal(string journal)
    {
        using var some = new SomeDatabase();
        using var left = new SomeDatabase();
        using (SqliteConnection connection = some.Sealed())
        {
            SomeDatabase.Fill(connection, 20, journal);
            connection.Execute("PRAGMA cache_size = 1; CREATE TABLE other (text TEXT)");
            if (journal == "WAL")
            {
                // All pages are in the log, and so may lie in the database in any state.
                connection.Execute("PRAGMA wal_checkpoint(TRUNCATE); UPDATE t SET text = text || 'z'; CREATE TABLE third (text TEXT)");
            }

            using SqliteTransaction transaction = connection.BeginTransaction();
            connection.Execute("CREATE TABLE fourth (text TEXT); UPDATE t SET text = text || 'y'; INSERT INTO other SELECT text FROM t", transaction: transaction);
            SomeDatabase.CopyTo(some.Folder, left.Folder);
        }

        File.Delete(left.Path + "-shm");
        using (var file = new FileStream(left.Path, FileMode.Open))
        {
            file.Seek(SealHead.Bytes + 2000, SeekOrigin.Begin);
            file.Write(new byte[1000]);
        }

        using SqliteConnection again = left.Sealed();
        Assert.Equal((20, "ok"), (SomeDatabase.Count(again), SomeDatabase.Check(again)));
        Assert.Equal(0, again.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE name = 'fourth'"));
        again.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Equal((20, "ok"), (SomeDatabase.Count(again), SomeDatabase.Check(again)));
    }

    // Past its end a log is torn; before it, a page that was committed is gone, and SQLite checks no sum when it reads one page: zeros would pass into the database.
    [Fact]
    public void PageOfTheLogInUse_ThatDoesNotOpen_IsDamage()
    {
        using var some = new SomeDatabase();
        using SqliteConnection connection = some.Sealed();
        SomeDatabase.Fill(connection, 3);
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        connection.Execute("UPDATE t SET text = @text", new { text = new string('x', 20_000) });
        using (var log = new FileStream(some.Path + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            log.Seek(-100, SeekOrigin.End);
            log.Write(new byte[100]);
        }

        using SqliteConnection reader = some.Sealed();
        SqliteException failure = Assert.Throws<SqliteException>(() => reader.Query<string>("SELECT text FROM t").ToList());
        Assert.Equal(StoreFailureCode.FileDamaged, StoreFault.Of(failure));
        Assert.Throws<SqliteException>(() => reader.Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
}
