using Dapper;
using Host.Outcomes;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>Drafts that were withdrawn. What may be is the database's own rule (triggers); this class gives its refusals their names.</summary>
internal sealed class DiscardTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Withdraws a draft for ever; a new one of its period may then be made.</summary>
    public Outcome<Done> Add(DraftRow draft, string reason, string user)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            connection.Execute(
                "INSERT INTO discards (draft_id, discarded_by, discarded_at, reason) VALUES (@DraftId, @user, @at, @reason)",
                new { draft.DraftId, user, at = Instant.Write(clock.GetUtcNow()), reason },
                transaction);
        }
        catch (SqliteException exception) when (Refusal.Of(exception, draft) is { } refused)
        {
            transaction.Rollback();
            audit.Record(user, "discard-refused", draft.DraftId);
            return refused;
        }

        audit.Record(connection, transaction, user, "discard", draft.DraftId);
        transaction.Commit();
        return Done.Value;
    }

    public bool Has(string draftId)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM discards WHERE draft_id = @draftId", new { draftId }) > 0;
    }
}
