using Dapper;
using Host.Outcomes;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>Approvals. The rules are the database's own (triggers); this class only gives its refusals their names.</summary>
internal sealed class ApprovalTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    public Outcome<Done> Add(DraftRow draft, string approver)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            connection.Execute(
                "INSERT INTO approvals (draft_id, approver, approved_at, content_mac) VALUES (@DraftId, @approver, @at, @ContentMac)",
                new { draft.DraftId, approver, at = Instant.Write(clock.GetUtcNow()), draft.ContentMac },
                transaction);
        }
        catch (SqliteException exception) when (Refusal.Of(exception, draft) is { } refused)
        {
            transaction.Rollback();
            audit.Record(approver, "approve-refused", draft.DraftId);
            return refused;
        }

        audit.Record(connection, transaction, approver, "approve", draft.DraftId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>User ids, in order of approval.</summary>
    public IReadOnlyList<string> Of(string draftId)
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT approver FROM approvals WHERE draft_id = @draftId ORDER BY approved_at, approver", new { draftId })];
    }
}
