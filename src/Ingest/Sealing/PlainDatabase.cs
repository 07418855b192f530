using Dapper;
using Ingest.Pseudonymise;
using Ingest.Storage;
using Microsoft.Data.Sqlite;

namespace Ingest.Sealing;

/// <summary>Seals the plain database that an earlier version of the program left. Killed at any step, the next opening carries on.</summary>
internal static class PlainDatabase
{
    private const string Copy = ".sealing";
    private const string Aside = ".plain";
    private const int WaitSeconds = 30;

    // What SQLite may leave beside a file.
    private static readonly string[] Companions = ["", "-journal", "-wal", "-shm"];

    public static bool IsOne(ReadOnlySpan<byte> head) => head.StartsWith("SQLite format 3\0"u8);

    /// <summary>Finishes or takes back what was interrupted after the plain database was put aside.</summary>
    public static void Mend(string path)
    {
        if (!File.Exists(path + Aside))
        {
            return;
        }

        if (File.Exists(path))
        {
            Destroy(path + Aside);
        }
        else
        {
            File.Move(path + Aside, path);
            DurableFolder.Sync(Path.GetDirectoryName(path)!);
        }
    }

    /// <returns>Key of the sealed database that then stands in its place.</returns>
    /// <exception cref="SealException">The plain one is damaged; it is left as it was.</exception>
    /// <exception cref="SqliteException">Another process has it open.</exception>
    public static byte[] Seal(string path, KeyRing keys, Action<SealingStep>? reached = null, int waitSeconds = WaitSeconds)
    {
        foreach (var left in Companions)
        {
            File.Delete(path + Copy + left);
        }

        var folder = Path.GetDirectoryName(path)!;
        byte[] dataKey;
        using (var plain = Connect(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = waitSeconds }))
        {
            Fold(plain, path);
            reached?.Invoke(SealingStep.Folded);
            dataKey = SealedDatabase.Make(path + Copy, keys);
            using var copy = Connect(new SqliteConnectionStringBuilder { DataSource = path + Copy, Vfs = SealedFileSystem.For(dataKey) });
            copy.Execute("PRAGMA synchronous = FULL");
            plain.BackupDatabase(copy);
            if (copy.ExecuteScalar<string>("PRAGMA integrity_check") != "ok")
            {
                throw new SealException(SealFault.Damaged, Path.GetFileName(path), string.Empty);
            }
        }

        DurableFolder.Sync(folder);
        reached?.Invoke(SealingStep.Copied);
        File.Move(path, path + Aside);
        DurableFolder.Sync(folder);
        reached?.Invoke(SealingStep.Aside);
        File.Move(path + Copy, path);
        DurableFolder.Sync(folder);
        reached?.Invoke(SealingStep.Placed);
        Destroy(path + Aside, reached);
        return dataKey;
    }

    // Alone with the file, everything goes from the log into it, and the log is overwritten before it is let go.
    private static void Fold(SqliteConnection plain, string path)
    {
        plain.Execute("PRAGMA locking_mode = EXCLUSIVE");
        plain.Execute("BEGIN IMMEDIATE; COMMIT");
        if (plain.ExecuteScalar<long>("PRAGMA wal_checkpoint(FULL)") is not SqliteCode.Ok)
        {
            throw new SqliteException("The log could not be folded into its database.", SqliteCode.Busy);
        }

        if (File.Exists(path + "-wal"))
        {
            Overwrite(path + "-wal");
        }

        plain.Execute("PRAGMA journal_mode = DELETE");
    }

    private static void Destroy(string path, Action<SealingStep>? reached = null)
    {
        Overwrite(path);
        reached?.Invoke(SealingStep.Overwritten);
        File.Delete(path);
        DurableFolder.Sync(Path.GetDirectoryName(path)!);
    }

    private static void Overwrite(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var zeros = new byte[1 << 16];
        for (long left = stream.Length; left > 0; left -= zeros.Length)
        {
            stream.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
        }

        stream.Flush(flushToDisk: true);
    }

    private static SqliteConnection Connect(SqliteConnectionStringBuilder to)
    {
        to.Pooling = false;
        var connection = new SqliteConnection(to.ConnectionString);
        connection.Open();
        return connection;
    }
}
