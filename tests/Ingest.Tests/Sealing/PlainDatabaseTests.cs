using Dapper;
using Ingest.Sealing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Sealing;

public sealed class PlainDatabaseTests
{
    public static TheoryData<string> Steps => [.. Enum.GetNames<SealingStep>()];

    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    public void PlainDatabase_IsSealedWhenOpened(string journal)
    {
        using var some = new SomeDatabase();
        MakePlain(some, journal);
        using (SqliteConnection connection = some.Sealed())
        {
            AssertWhole(some, connection);
        }

        Assert.Equal([some.Path], Directory.GetFiles(some.Folder));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void KilledAtAnyStep_TheNextOpeningCarriesOn(string step)
    {
        using var some = new SomeDatabase();
        MakePlain(some, "WAL");
        var at = Enum.Parse<SealingStep>(step);
        Assert.Throws<TimeoutException>(() => PlainDatabase.Seal(some.Path, SomeDatabase.Keys, reached => _ = reached == at ? throw new TimeoutException() : 0));
        for (int again = 0; again < 2; again++)
        {
            using SqliteConnection connection = some.Sealed();
            AssertWhole(some, connection);
        }

        Assert.Equal([some.Path], Directory.GetFiles(some.Folder));
    }

    // What the old file and its log held must not stay readable in the blocks of the disk that they leave: they are overwritten where they lie.
    [Fact]
    public void PlainFileAndItsLog_AreOverwritten_BeforeTheyAreLetGo()
    {
        using var some = new SomeDatabase();
        MakePlain(some, "WAL");
        using var file = new FileStream(some.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var log = new FileStream(some.Path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Assert.True(log.Length > 4096);
        using SqliteConnection connection = some.Sealed();
        foreach (FileStream left in new[] { file, log })
        {
            byte[] bytes = new byte[left.Length];
            left.Position = 0;
            left.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOfAnyExcept((byte)0) < 0);
        }
    }

    [Fact]
    public void PlainDatabaseInUse_IsLeftAsItIs()
    {
        using var some = new SomeDatabase();
        using (SqliteConnection user = some.Plain())
        {
            SomeDatabase.Fill(user, 30);
            using var write = user.BeginTransaction();
            Assert.Throws<SqliteException>(() => PlainDatabase.Seal(some.Path, SomeDatabase.Keys, waitSeconds: 1));
            Assert.Equal(30, SomeDatabase.Count(user));
        }

        using SqliteConnection connection = some.Sealed();
        AssertWhole(some, connection);
    }

    // As a killed process leaves it: with its log.
    private static void MakePlain(SomeDatabase some, string journal)
    {
        using var made = new SomeDatabase();
        using SqliteConnection connection = made.Plain();
        SomeDatabase.Fill(connection, 30, journal);
        SomeDatabase.CopyTo(made.Folder, some.Folder);
        File.Delete(some.Path + "-shm");
    }

    private static void AssertWhole(SomeDatabase some, SqliteConnection connection)
    {
        Assert.Equal((30, "ok"), (SomeDatabase.Count(connection), SomeDatabase.Check(connection)));
        connection.Execute("PRAGMA journal_mode = WAL");
        Assert.Empty(SomeDatabase.InClear(some.Folder));
    }
}
