using System.Globalization;
using Dapper;
using Ingest.Sealing;
using Ingest.Tests.Sealing;
using Microsoft.Data.Sqlite;

namespace Ingest.Tests.Child;

/// <summary>Writes to a sealed database until it is killed, and says on its output what is committed.</summary>
internal static class SealedWriterChild
{
    public const string Verb = "sealed-writer-child";

    /// <param name="args">The verb, the database, the writer's number, a seed.</param>
    public static int Run(string[] args)
    {
        int writer = int.Parse(args[2], CultureInfo.InvariantCulture);
        var random = new Random(int.Parse(args[3], CultureInfo.InvariantCulture));
        SqliteConnectionStringBuilder to = SealedDatabase.Open(args[1], SomeDatabase.Keys).Connection();
        to.DefaultTimeout = 30;
        using var connection = new SqliteConnection(to.ConnectionString);
        connection.Open();

        // A short log and a small memory, so that most kills meet a checkpoint or a transaction that has spilled.
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20; PRAGMA cache_size = 5");
        long last = connection.ExecuteScalar<long>("SELECT coalesce(max(n), 0) FROM written WHERE writer = @writer", new { writer });
        while (true)
        {
            using (SqliteTransaction transaction = connection.BeginTransaction(deferred: false))
            {
                connection.Execute("UPDATE t SET b = randomblob(@length) WHERE id % 5 = @rest", new { length = random.Next(9000), rest = random.Next(5) }, transaction);
                connection.Execute("INSERT OR REPLACE INTO t VALUES (@id, randomblob(@length))", new { id = random.Next(60), length = random.Next(20_000) }, transaction);
                connection.Execute("DELETE FROM t WHERE id = @id", new { id = random.Next(60) }, transaction);
                connection.Execute("INSERT INTO written VALUES (@writer, @n)", new { writer, n = ++last }, transaction);
                transaction.Commit();
            }

            Console.WriteLine(last.ToString(CultureInfo.InvariantCulture));
            Console.Out.Flush();
            if (random.Next(8) == 0)
            {
                connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }
}
