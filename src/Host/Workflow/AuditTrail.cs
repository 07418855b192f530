using Dapper;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>What was done by whom, in a chain that shows whether a line was changed or taken out. Subjects are ids.</summary>
internal sealed class AuditTrail(WorkflowDatabase database, Chain chain, TimeProvider clock)
{
    public void Record(string actor, string action, string subject)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        Record(connection, transaction, actor, action, subject);
        transaction.Commit();
    }

    /// <summary>Records within the transaction of what is recorded: both happen, or neither.</summary>
    public void Record(SqliteConnection connection, SqliteTransaction transaction, string actor, string action, string subject)
    {
        var last = connection.QuerySingleOrDefault<AuditRow>("SELECT seq, at, actor, action, subject, previous, link FROM audit ORDER BY seq DESC LIMIT 1", transaction: transaction);
        var at = Instant.Write(clock.GetUtcNow());
        var previous = last?.Link ?? Chain.Start;
        connection.Execute(
            "INSERT INTO audit (seq, at, actor, action, subject, previous, link) VALUES (@seq, @at, @actor, @action, @subject, @previous, @link)",
            new { seq = (last?.Seq ?? 0) + 1, at, actor, action, subject, previous, link = chain.Link(previous, at, actor, action, subject) },
            transaction);
    }

    /// <summary>Moment of the first entry: when this installation began; null where nothing was done yet.</summary>
    public DateTimeOffset? Beginning()
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<string>("SELECT at FROM audit WHERE seq = 1") is { } at ? Instant.Read(at) : null;
    }

    /// <returns>Link of an entry; empty for number 0, null where there is no such entry.</returns>
    public string? LinkOf(long seq)
    {
        using var connection = database.Connect();
        return seq == 0 ? Chain.Start : connection.QuerySingleOrDefault<string>("SELECT link FROM audit WHERE seq = @seq", new { seq });
    }

    /// <summary>The newest entries, newest first.</summary>
    /// <param name="before">Only those with a smaller number; null for the newest of all.</param>
    /// <param name="most">How many.</param>
    public IReadOnlyList<AuditRow> Newest(long? before, int most)
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<AuditRow>(
                "SELECT seq, at, actor, action, subject, previous, link FROM audit WHERE @before IS NULL OR seq < @before ORDER BY seq DESC LIMIT @most", new { before, most }),
        ];
    }

    /// <summary>Number of the first entry that does not follow from the one before, or null where the chain holds.</summary>
    public long? FindBreak()
    {
        using var connection = database.Connect();
        var previous = Chain.Start;
        var seq = 0L;
        foreach (var row in connection.Query<AuditRow>("SELECT seq, at, actor, action, subject, previous, link FROM audit ORDER BY seq", buffered: false))
        {
            if (row.Seq != ++seq || row.Previous != previous || row.Link != chain.Link(previous, row.At, row.Actor, row.Action, row.Subject))
            {
                return row.Seq;
            }

            previous = row.Link;
        }

        return null;
    }
}
