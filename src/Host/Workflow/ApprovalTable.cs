using Dapper;
using Host.Outcomes;

namespace Host.Workflow;

/// <summary>Approvals. The rules are the database's own (triggers); this class only gives its refusals their names.</summary>
internal sealed class ApprovalTable(WorkflowDatabase database, DraftWrite write, TimeProvider clock)
{
    /// <param name="draft">With the figures that were looked at.</param>
    /// <param name="approver">Who approves.</param>
    /// <param name="review">Keyed code of the review that was looked at; null where none was made.</param>
    public Outcome<Done> Add(DraftRow draft, string approver, string? review = null) => write.Run(draft, approver, "approve", (connection, transaction) => connection.Execute(
        "INSERT INTO approvals (draft_id, approver, approved_at, content_mac, review_mac) VALUES (@DraftId, @approver, @at, @ContentMac, @review)",
        new { draft.DraftId, approver, at = Instant.Write(clock.GetUtcNow()), draft.ContentMac, review },
        transaction));

    /// <summary>User ids, in order of approval.</summary>
    public IReadOnlyList<string> Of(string draftId)
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT approver FROM approvals WHERE draft_id = @draftId ORDER BY approved_at, approver", new { draftId })];
    }
}
