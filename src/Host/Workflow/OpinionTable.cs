using System.Text;
using Dapper;
using Host.Outcomes;
using Host.Storage;

namespace Host.Workflow;

/// <summary>Opinions of the methodologist on drafts. After a refusal the database takes neither approval nor publication until it is lifted, or the draft is signed.</summary>
internal sealed class OpinionTable(WorkflowDatabase database, DraftWrite write, PrivateVault vault, TimeProvider clock)
{
    /// <param name="draft">The draft.</param>
    /// <param name="opinion">One of the words of <see cref="OpinionRow"/>.</param>
    /// <param name="reason">May be empty, but for a refusal.</param>
    /// <param name="methodologist">Who says so.</param>
    public Outcome<Done> Add(DraftRow draft, string opinion, string reason, string methodologist) => write.Run(draft, methodologist, $"method-{opinion}", (connection, transaction) =>
    {
        var number = connection.ExecuteScalar<long>("SELECT coalesce(max(number), 0) + 1 FROM opinions WHERE draft_id = @DraftId", draft, transaction);
        var hidden = vault.Seal(NameOf(draft.DraftId, number), Encoding.UTF8.GetBytes(reason));
        connection.Execute(
            "INSERT INTO opinions (draft_id, number, opinion, reason, given_by, given_at) VALUES (@DraftId, @number, @opinion, @hidden, @methodologist, @at)",
            new { draft.DraftId, number, opinion, hidden, methodologist, at = Instant.Write(clock.GetUtcNow()) },
            transaction);
    });

    /// <summary>The last word on a draft; null where none was said.</summary>
    public OpinionRow? Last(string draftId)
    {
        using var connection = database.Connect();
        var row = connection.QueryFirstOrDefault<Row>(
            "SELECT number AS Number, opinion AS Opinion, reason AS Reason, given_by AS GivenBy, given_at AS GivenAt FROM opinions WHERE draft_id = @draftId ORDER BY number DESC", new { draftId });
        return row is null ? null
            : vault.Open(NameOf(draftId, row.Number), row.Reason).Succeeded(out var reason, out var failure)
                ? new OpinionRow(row.Opinion, Encoding.UTF8.GetString(reason), row.GivenBy, row.GivenAt)
                : throw new InvalidOperationException($"An opinion cannot be read: {failure.Code}.");
    }

    private static string NameOf(string draftId, long number) => $"opinion/{draftId}/{number}";

    private sealed class Row
    {
        public required long Number { get; init; }

        public required string Opinion { get; init; }

        public required byte[] Reason { get; init; }

        public required string GivenBy { get; init; }

        public required string GivenAt { get; init; }
    }
}
