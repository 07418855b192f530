using Dapper;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>Everything ever published, in order. Append only, and chained: a line changed or taken out is found.</summary>
internal sealed class LedgerTable(WorkflowDatabase database, Chain chain)
{
    private const string Columns = "seq AS Seq, kind AS Kind, subject AS Subject, content AS Content, recorded_at AS RecordedAt, previous AS Previous, link AS Link";

    public IReadOnlyList<LedgerEntry> All()
    {
        using var connection = database.Connect();
        return [.. connection.Query<LedgerEntry>($"SELECT {Columns} FROM ledger ORDER BY seq")];
    }

    public LedgerEntry? Find(string subject)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<LedgerEntry>($"SELECT {Columns} FROM ledger WHERE subject = @subject", new { subject });
    }

    public void Append(SqliteConnection connection, SqliteTransaction transaction, string kind, string subject, byte[] content, DateTimeOffset at)
    {
        var last = connection.QuerySingleOrDefault<(long Seq, string Link)>("SELECT seq, link FROM ledger ORDER BY seq DESC LIMIT 1", transaction: transaction);
        var previous = last.Link ?? Chain.Start;
        var recordedAt = Instant.Write(at);
        connection.Execute(
            "INSERT INTO ledger (seq, kind, subject, content, recorded_at, previous, link) VALUES (@seq, @kind, @subject, @content, @recordedAt, @previous, @link)",
            new { seq = last.Seq + 1, kind, subject, content, recordedAt, previous, link = chain.Link(previous, kind, subject, chain.Code(content), recordedAt) },
            transaction);
    }

    /// <summary>Number of the first entry that does not follow from the one before, or null where the chain holds.</summary>
    public long? FindBreak()
    {
        var previous = Chain.Start;
        var seq = 0L;
        foreach (var entry in All())
        {
            var link = chain.Link(previous, entry.Kind, entry.Subject, chain.Code(entry.Content), entry.RecordedAt);
            if (entry.Seq != ++seq || entry.Previous != previous || entry.Link != link)
            {
                return entry.Seq;
            }

            previous = entry.Link;
        }

        return null;
    }
}
