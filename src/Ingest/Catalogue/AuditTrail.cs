using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>
/// The audit chain: each entry carries an HMAC over itself and the entry before it, so that one who can write to the database but
/// has no key can neither change, drop nor reorder entries unseen. An action whose entry cannot be written does not happen.
/// </summary>
internal static class AuditTrail
{
    public static void Append(SqliteTransaction transaction, KeyRing keys, AuditEntry draft)
    {
        SqliteConnection connection = transaction.Connection!;
        Row? last = connection.QuerySingleOrDefault<Row>(Columns + " ORDER BY entry DESC LIMIT 1", transaction: transaction);
        var row = new Row
        {
            Entry = (last?.Entry ?? 0) + 1,
            At = CatalogueTime.Write(draft.At),
            Actor = draft.Actor,
            Action = draft.Action,
            Subject = draft.Subject,
            Detail = draft.Detail,
            KeyId = keys.IdFor(KeyPurpose.Audit),
            Previous = last?.Hash ?? string.Empty,
            Hash = string.Empty,
        };
        row.Hash = row.Link(keys.Current(KeyPurpose.Audit));
        connection.Execute(
            """
            INSERT INTO audit (entry, at, actor, action, subject, detail, key_id, previous, hash)
            VALUES (@Entry, @At, @Actor, @Action, @Subject, @Detail, @KeyId, @Previous, @Hash)
            """,
            row,
            transaction);
    }

    public static IReadOnlyList<AuditEntry> All(SqliteConnection connection) =>
    [
        .. connection.Query<Row>(Columns + " ORDER BY entry").Select(row =>
            new AuditEntry(row.Entry, CatalogueTime.Read(row.At), row.Actor, row.Action, row.Subject, row.Detail)),
    ];

    /// <returns>Number and code of an entry, or of the last; 0 and nothing where there is none.</returns>
    public static (long Entry, string Hash) LinkOf(SqliteConnection connection, long? entry)
    {
        (long Entry, string? Hash) found = connection.QuerySingleOrDefault<(long, string?)>(
            "SELECT entry, hash FROM audit WHERE @entry IS NULL OR entry = @entry ORDER BY entry DESC LIMIT 1", new { entry });
        return (found.Entry, found.Hash ?? string.Empty);
    }

    /// <returns>The first entry that does not fit the chain, or whose key is not in the ring; none if all fit.</returns>
    public static long? FirstBroken(SqliteConnection connection, KeyRing keys)
    {
        string previous = string.Empty;
        long expected = 1;
        foreach (Row row in connection.Query<Row>(Columns + " ORDER BY entry", buffered: false))
        {
            if (row.Entry != expected
                || !string.Equals(row.Previous, previous, StringComparison.Ordinal)
                || keys.Derive(row.KeyId, KeyPurpose.Audit) is not { } key
                || !string.Equals(row.Hash, row.Link(key), StringComparison.Ordinal))
            {
                return expected;
            }

            previous = row.Hash;
            expected++;
        }

        return null;
    }

    private const string Columns =
        "SELECT entry AS Entry, at AS At, actor AS Actor, action AS Action, subject AS Subject, detail AS Detail, key_id AS KeyId, "
        + "previous AS Previous, hash AS Hash FROM audit";

    private sealed class Row
    {
        public required long Entry { get; init; }

        public required string At { get; init; }

        public required string Actor { get; init; }

        public required string Action { get; init; }

        public required string Subject { get; init; }

        public required string Detail { get; init; }

        public required string KeyId { get; init; }

        public required string Previous { get; init; }

        public required string Hash { get; set; }

        /// <summary>Fields are preceded by their lengths: no two different entries have one text.</summary>
        public string Link(byte[] key)
        {
            var text = new StringBuilder();
            string[] fields = [Entry.ToString(CultureInfo.InvariantCulture), At, Actor, Action, Subject, Detail, KeyId, Previous];
            foreach (string field in fields)
            {
                text.Append(field.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(field);
            }

            return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}
