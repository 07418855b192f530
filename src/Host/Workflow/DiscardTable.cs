using Dapper;
using Host.Outcomes;

namespace Host.Workflow;

/// <summary>Drafts that were withdrawn. What may be is the database's own rule (triggers); this class gives its refusals their names.</summary>
internal sealed class DiscardTable(WorkflowDatabase database, DraftWrite write, TimeProvider clock)
{
    /// <summary>Withdraws a draft for ever; a new one of its period may then be made.</summary>
    public Outcome<Done> Add(DraftRow draft, string reason, string user) => write.Run(draft, user, "discard", (connection, transaction) => connection.Execute(
        "INSERT INTO discards (draft_id, discarded_by, discarded_at, reason) VALUES (@DraftId, @user, @at, @reason)",
        new { draft.DraftId, user, at = Instant.Write(clock.GetUtcNow()), reason },
        transaction));

    public bool Has(string draftId)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM discards WHERE draft_id = @draftId", new { draftId }) > 0;
    }
}
