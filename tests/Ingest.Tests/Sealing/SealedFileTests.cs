using System.Security.Cryptography;
using CsCheck;
using Ingest.Sealing;
using Xunit;

namespace Ingest.Tests.Sealing;

public sealed class SealedFileTests
{
    private static readonly BlockLayout[] Layouts = [PageLayout.Database, PageLayout.Journal, PageLayout.Temporary, LogLayout.Instance];

    /// <summary>Whatever is written, cut and read, at whatever place and length, it is what a plain array would hold.</summary>
    [Fact]
    public void WritesAndCuts_ReadAsInAPlainFile() => Gen.Select(
        Gen.Int[0, Layouts.Length - 1], Gen.Select(Gen.Int[0, 9], Gen.Int[0, 20_000], Gen.Int[1, 9_000]).Array[1, 12]).Sample(
        (which, steps) =>
        {
            using var some = new SomeDatabase();
            File.WriteAllBytes(some.Path, Layouts[which] == PageLayout.Database ? new byte[SealHead.Bytes] : []);
            SystemFile.Use(some.Path, system =>
            {
                using var file = new SealedFile(system, Layouts[which], new byte[32]);
                byte[] plain = [];
                foreach ((int kind, int at, int length) in steps)
                {
                    switch (kind)
                    {
                        // SQLite makes a database and its log longer by whole blocks only.
                        case < 6 when !(Layouts[which].EndsOnBlocks && at + length > plain.Length):
                            byte[] given = RandomNumberGenerator.GetBytes(length);
                            Assert.Equal(SqliteCode.Ok, file.Write(given, at));
                            Array.Resize(ref plain, Math.Max(plain.Length, at + length));
                            given.CopyTo(plain, at);
                            break;
                        case < 6:
                            Block block = Layouts[which].At(plain.Length);
                            Assert.Equal(SqliteCode.Ok, file.Write(new byte[block.Length], block.Start));
                            Array.Resize(ref plain, (int)block.End);
                            break;
                        case < 8:
                            int kept = Layouts[which].EndsOnBlocks ? (int)Layouts[which].At(at).Start : at;
                            if (kept < plain.Length)
                            {
                                Assert.Equal(SqliteCode.Ok, file.Truncate(kept));
                                Array.Resize(ref plain, kept);
                            }

                            break;
                        default:
                            byte[] read = RandomNumberGenerator.GetBytes(length);
                            int code = file.Read(read, at);
                            Assert.Equal(at + length <= plain.Length ? SqliteCode.Ok : SqliteCode.ShortRead, code);
                            Assert.Equal(plain.Skip(at).Take(length).Concat(new byte[length]).Take(length), read);
                            break;
                    }

                    Assert.Equal((SqliteCode.Ok, (long)plain.Length), (file.Size(out long size), size));
                }

                return SqliteCode.Ok;
            });
        },
        iter: 150,
        threads: 1);

    // What a sync made durable, pages of the database count on; nothing may write over it, not even to fill a block.
    [Fact]
    public void JournalSynced_IsNotWrittenOverByWhatFollows()
    {
        using var some = new SomeDatabase();
        File.WriteAllBytes(some.Path, []);
        SystemFile.Use(some.Path, system =>
        {
            using var file = new SealedFile(system, PageLayout.Journal, new byte[32]);
            Assert.Equal(SqliteCode.Ok, file.Write(new byte[700], 0));
            Assert.Equal(SqliteCode.Ok, file.Sync(SqliteCode.SyncNormal));
            byte[] durable = SomeDatabase.Bytes(some.Path);
            Assert.Equal(SqliteCode.Ok, file.Write(new byte[700], 1024));
            Assert.Equal(durable.Length, durable.AsSpan().CommonPrefixLength(SomeDatabase.Bytes(some.Path)));
            return SqliteCode.Ok;
        });
    }

    // The system's locks lie at 1 GB, where Windows lets nobody read; temporaries have none.
    [Fact]
    public void DatabaseAtItsLimit_IsFull()
    {
        using var some = new SomeDatabase();
        File.WriteAllBytes(some.Path, []);
        SystemFile.Use(some.Path, system =>
        {
            using var file = new SealedFile(system, PageLayout.Database, new byte[32]);
            byte[] page = new byte[BlockLayout.LongestBlock];
            Block last = PageLayout.Database.At(((1L << 30) / 4124 * 4096) - (3 * 4096));
            Assert.Equal(SqliteCode.Ok, file.Write(page, last.Start));
            Assert.Equal(SqliteCode.Full, file.Write(page, last.Start + (4 * 4096)));
            Assert.InRange(new FileInfo(some.Path).Length, (1L << 30) - 20_000, 1L << 30);
            return SqliteCode.Ok;
        });
        File.WriteAllBytes(some.Path, []);
        SystemFile.Use(some.Path, system =>
        {
            using var file = new SealedFile(system, PageLayout.Temporary, new byte[32]);
            byte[] page = RandomNumberGenerator.GetBytes(BlockLayout.LongestBlock);
            byte[] read = new byte[page.Length];
            Assert.Equal(SqliteCode.Ok, file.Write(page, 1L << 32));
            Assert.Equal((SqliteCode.Ok, true), (file.Read(read, 1L << 32), read.AsSpan().SequenceEqual(page)));
            return SqliteCode.Ok;
        });
    }

    [Theory]
    [InlineData("database", 0, 100, true)]
    [InlineData("database", 24, 16, true)]
    [InlineData("database", 0, 512, false)]
    [InlineData("database", 4096, 16, false)]
    [InlineData("log", 0, 32, true)]
    [InlineData("log", 32, 24 + 4096, true)]
    [InlineData("log", 32 + 24, 4096, false)]
    [InlineData("log", 32 + 24 + 4096 + 24, 4096, false)]
    [InlineData("journal", 512, 4096, true)]
    [InlineData("temporary", 0, 16, false)]
    public void WhatDoesNotOpen_IsDamage_SaveWhereSqliteLooksForTheEnd(string kind, int at, int length, bool zeros)
    {
        BlockLayout layout = kind switch { "database" => PageLayout.Database, "log" => LogLayout.Instance, "journal" => PageLayout.Journal, _ => PageLayout.Temporary };
        using var some = new SomeDatabase();
        File.WriteAllBytes(some.Path, RandomNumberGenerator.GetBytes(40_000));
        SystemFile.Use(some.Path, system =>
        {
            using var file = new SealedFile(system, layout, new byte[32]);
            byte[] read = [.. Enumerable.Repeat((byte)1, length)];
            Assert.Equal(zeros ? SqliteCode.Ok : SqliteCode.DataDamaged, file.Read(read, at));
            Assert.True(!zeros || read.AsSpan().IndexOfAnyExcept((byte)0) < 0);
            return SqliteCode.Ok;
        });
    }
}
