using System.Globalization;
using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Sealing;

/// <summary>The same statements on a sealed and on a plain database give the same rows.</summary>
public sealed class SealedOracleTests
{
    private static readonly string[] Journals = ["WAL", "DELETE", "TRUNCATE", "PERSIST"];
    private static readonly int[] PageSizes = [512, 4096, 65536];

    private static readonly Gen<string> Statement = Gen.Int[0, 60].Select(Gen.Int[0, 9000], Gen.Int[0, 9]).Select(d => d.Item3 switch
    {
        < 4 => Line($"INSERT OR REPLACE INTO t VALUES ({d.Item1}, zeroblob({d.Item2}))"),
        4 => Line($"UPDATE t SET b = CAST(b || 'ğ{d.Item2}' AS BLOB) WHERE id % 7 = {d.Item1 % 7}"),
        5 => Line($"DELETE FROM t WHERE id > {d.Item1}"),
        6 => "BEGIN; INSERT OR REPLACE INTO t SELECT id + 100, b FROM t LIMIT 20; ROLLBACK",
        7 => "BEGIN; INSERT OR REPLACE INTO t SELECT id + 70, b FROM t LIMIT 20; SAVEPOINT s; DELETE FROM t; ROLLBACK TO s; COMMIT",
        8 => "VACUUM",
        _ => "SELECT count(*) FROM (SELECT hex(b) AS h FROM t, (SELECT 1 UNION ALL SELECT 2) ORDER BY h)",
    });

    [Fact]
    public void SameStatements_SameRows() =>
        Gen.Select(Gen.Int[0, 3].Select(i => Journals[i]), Gen.Int[0, 2].Select(i => PageSizes[i]), Statement.Array[1, 25]).Sample(
            (journal, page, statements) =>
            {
                using var one = new SomeDatabase();
                using var other = new SomeDatabase();
                using (SqliteConnection sealedOne = one.Sealed())
                using (SqliteConnection plain = other.Plain())
                {
                    foreach (SqliteConnection connection in new[] { sealedOne, plain })
                    {
                        connection.Execute(Line($"PRAGMA page_size = {page}; PRAGMA journal_mode = {journal}; PRAGMA temp_store = FILE; PRAGMA cache_size = 2; PRAGMA synchronous = OFF"));
                        connection.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB)");
                        foreach (string statement in statements)
                        {
                            connection.Execute(statement);
                        }
                    }

                    Assert.Equal(Rows(plain), Rows(sealedOne));
                }

                using SqliteConnection again = one.Sealed();
                using SqliteConnection plainAgain = other.Plain();
                Assert.Equal("ok", SomeDatabase.Check(again));
                Assert.Equal(Rows(plainAgain), Rows(again));
            },
            iter: 60,
            threads: 1);

    private static List<(long, string)> Rows(SqliteConnection connection) => [.. connection.Query<(long, string)>("SELECT id, hex(b) FROM t ORDER BY id")];

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
