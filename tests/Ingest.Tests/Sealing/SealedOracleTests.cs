using System.Globalization;
using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Sealing;

/// <summary>The same statements on a sealed and on a plain database give the same rows and the same errors, statement by statement.</summary>
public sealed class SealedOracleTests
{
    private const string Reopen = "-- reopen";
    private const string ByAnother = "-- by another connection\n";

    private static readonly string[] Journals = ["WAL", "DELETE", "TRUNCATE", "PERSIST"];
    private static readonly string[] Checkpoints = ["PASSIVE", "FULL", "RESTART", "TRUNCATE"];
    private static readonly int[] PageSizes = [4096, 512, 65536];

    private static readonly Gen<string> Statement = Gen.Int[0, 60].Select(Gen.Int[0, 9000], Gen.Int[0, 21]).Select(d => d.Item3 switch
    {
        < 4 => Line($"INSERT OR REPLACE INTO t VALUES ({d.Item1}, {Bytes(d.Item2)})"),
        4 => Line($"UPDATE t SET b = CAST(b || 'ğ{d.Item2}' AS BLOB) WHERE id % 7 = {d.Item1 % 7}"),
        5 => Line($"DELETE FROM t WHERE id > {d.Item1}"),
        6 => "BEGIN; INSERT OR REPLACE INTO t SELECT id + 100, b FROM t LIMIT 20; ROLLBACK",
        7 => "BEGIN; INSERT OR REPLACE INTO t SELECT id + 70, b FROM t LIMIT 20; SAVEPOINT s; DELETE FROM t; ROLLBACK TO s; COMMIT",
        8 => "VACUUM",
        9 => "SELECT count(*), max(h) FROM (SELECT hex(b) AS h FROM t, (SELECT 1 UNION ALL SELECT 2) ORDER BY h)",
        10 => Line($"PRAGMA journal_mode = {Journals[d.Item1 % 4]}"),
        11 => Line($"PRAGMA wal_checkpoint({Checkpoints[d.Item1 % 4]})"),
        12 => Line($"PRAGMA incremental_vacuum({d.Item1})"),
        13 => d.Item1 % 2 == 0 ? "CREATE INDEX IF NOT EXISTS i ON t (b)" : "DROP INDEX IF EXISTS i",
        14 => Line($"INSERT INTO t VALUES ({d.Item1 % 9}, {Bytes(d.Item2)})"),
        15 => "INSERT INTO t SELECT id + 200, b FROM t; UPDATE t SET id = id - 200 WHERE id >= 200",
        16 => Line($"CREATE TEMP TABLE IF NOT EXISTS u AS SELECT * FROM t; INSERT INTO u VALUES ({d.Item1}, {Bytes(d.Item2)}); SELECT count(*), sum(length(b)) FROM u"),
        17 => Line($"UPDATE t SET b = {Bytes(d.Item2)} WHERE id = {d.Item1}; SELECT hex(b) FROM t WHERE id = {d.Item1}"),
        18 => Line($"{ByAnother}INSERT OR REPLACE INTO t VALUES ({d.Item1}, {Bytes(d.Item2)})"),
        19 => ByAnother + "SELECT id, hex(b) FROM t ORDER BY id",
        20 => "SELECT page_count, freelist_count FROM pragma_page_count, pragma_freelist_count",
        _ => Reopen,
    });

    [Fact]
    public void SameStatements_SameRowsAndErrors() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 2], Statement.Array[1, 30]).Sample(
            (journal, page, vacuum, statements) =>
            {
                string[] begin =
                [
                    Line($"PRAGMA page_size = {PageSizes[Math.Max(0, page - 2)]}; PRAGMA auto_vacuum = {vacuum}; PRAGMA journal_mode = {Journals[journal]}"),
                    "CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB NOT NULL, CHECK (length(b) < 60000))",
                ];
                string[] all = [.. begin, .. statements, Reopen, "PRAGMA integrity_check", "SELECT id, hex(b) FROM t ORDER BY id"];
                using var one = new SomeDatabase();
                using var other = new SomeDatabase();
                Assert.Equal(Outcomes(other.Plain, all), Outcomes(() => one.Sealed(), all));
            },
            iter: 50,
            threads: 1);

    private static List<string> Outcomes(Func<SqliteConnection> open, string[] statements)
    {
        List<string> outcomes = [];
        SqliteConnection connection = Begin(open);
        try
        {
            foreach (string statement in statements)
            {
                if (statement == Reopen)
                {
                    connection.Dispose();
                    connection = Begin(open);
                    continue;
                }

                using SqliteConnection? another = statement.StartsWith(ByAnother, StringComparison.Ordinal) ? Begin(open) : null;
                outcomes.Add(statement + " => " + Outcome(another ?? connection, statement));
            }
        }
        finally
        {
            connection.Dispose();
        }

        return outcomes;
    }

    // Little memory, so that transactions spill, sorts go through files, and pages are read again.
    private static SqliteConnection Begin(Func<SqliteConnection> open)
    {
        SqliteConnection connection = open();
        connection.Execute("PRAGMA temp_store = FILE; PRAGMA cache_size = 2; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 7");
        return connection;
    }

    private static string Outcome(SqliteConnection connection, string statement)
    {
        try
        {
            IEnumerable<IDictionary<string, object?>> rows = connection.Query(statement).Cast<IDictionary<string, object?>>();
            return string.Join('|', rows.Select(row => string.Join(',', row.Values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)))));
        }
        catch (SqliteException failure)
        {
            return Line($"error {failure.SqliteExtendedErrorCode}");
        }
    }

    // Bytes that differ from page to page.
    private static string Bytes(int count) => Line($"(WITH RECURSIVE c (x) AS (SELECT {count} UNION ALL SELECT x - 5 FROM c WHERE x > 5) SELECT CAST(group_concat(printf('%05d', x), '') AS BLOB) FROM c)");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
