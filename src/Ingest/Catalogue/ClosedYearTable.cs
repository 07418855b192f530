using Dapper;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>Years whose case files were destroyed. A row is added once, and stays.</summary>
internal static class ClosedYearTable
{
    /// <summary>The last one; null where there is none.</summary>
    public static int? Last(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        (int?)connection.ExecuteScalar<long?>("SELECT MAX(year) FROM closed_year", transaction: transaction);

    /// <returns>False where the year was closed already.</returns>
    public static bool Add(SqliteTransaction transaction, int year, string reason, DateTimeOffset at) => transaction.Connection!.Execute(
        "INSERT INTO closed_year (year, closed_at, reason) VALUES (@Year, @At, @Reason) ON CONFLICT (year) DO NOTHING",
        new { Year = year, At = CatalogueTime.Write(at), Reason = reason },
        transaction) == 1;
}
