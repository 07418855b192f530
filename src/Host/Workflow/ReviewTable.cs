using System.Text;
using Dapper;
using Host.Outcomes;
using Host.Storage;

namespace Host.Workflow;

/// <summary>Notes on checklists, and submissions. What may be is the database's own rule (triggers); this class gives its refusals their names.</summary>
internal sealed class ReviewTable(WorkflowDatabase database, DraftWrite write, PrivateVault vault, TimeProvider clock)
{
    /// <summary>Letters of a note, at most.</summary>
    public const int LongestNote = 2000;

    /// <summary>Keeps a word on an item; the one before stays in the table and counts no more.</summary>
    public Outcome<Done> AddNote(DraftRow draft, string item, string note, string user) => write.Run(draft, user, "note", (connection, transaction) =>
    {
        var number = connection.ExecuteScalar<long>(
            "SELECT coalesce(max(number), 0) + 1 FROM review_notes WHERE draft_id = @DraftId AND item = @item", new { draft.DraftId, item }, transaction);
        var hidden = vault.Seal(NameOf(draft.DraftId, item, number), Encoding.UTF8.GetBytes(note));
        connection.Execute(
            "INSERT INTO review_notes (draft_id, item, number, note, written_by, written_at) VALUES (@DraftId, @item, @number, @hidden, @user, @at)",
            new { draft.DraftId, item, number, hidden, user, at = Instant.Write(clock.GetUtcNow()) },
            transaction);
    });

    /// <summary>The note that counts of each item that has one, by item.</summary>
    public IReadOnlyDictionary<string, ReviewNote> Notes(string draftId)
    {
        using var connection = database.Connect();
        return connection.Query<NoteRow>(
                "SELECT item AS Item, number AS Number, note AS Note, written_by AS WrittenBy, written_at AS WrittenAt FROM review_notes WHERE draft_id = @draftId ORDER BY item, number",
                new { draftId })
            .GroupBy(r => r.Item, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Opened(draftId, g.Last()), StringComparer.Ordinal);
    }

    /// <param name="draft">What is ready.</param>
    /// <param name="review">Keyed code of its review.</param>
    /// <param name="user">Who says so.</param>
    public Outcome<Done> Submit(DraftRow draft, string review, string user) => write.Run(draft, user, "submit", (connection, transaction) => connection.Execute(
        "INSERT INTO submissions (draft_id, number, submitted_by, submitted_at, review_mac) "
        + "VALUES (@DraftId, (SELECT coalesce(max(number), 0) + 1 FROM submissions WHERE draft_id = @DraftId), @user, @at, @review)",
        new { draft.DraftId, user, at = Instant.Write(clock.GetUtcNow()), review },
        transaction));

    /// <summary>The last submission of a draft; null where nobody submitted it.</summary>
    public SubmissionRow? LastSubmission(string draftId)
    {
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<SubmissionRow>(
            "SELECT submitted_by AS SubmittedBy, submitted_at AS SubmittedAt, review_mac AS ReviewMac FROM submissions WHERE draft_id = @draftId ORDER BY number DESC", new { draftId });
    }

    private static string NameOf(string draftId, string item, long number) => $"note/{draftId}/{item}/{number}";

    private ReviewNote Opened(string draftId, NoteRow row) => vault.Open(NameOf(draftId, row.Item, row.Number), row.Note).Succeeded(out var note, out var failure)
        ? new ReviewNote(Encoding.UTF8.GetString(note), row.WrittenBy, row.WrittenAt)
        : throw new InvalidOperationException($"A note cannot be read: {failure.Code}.");

    private sealed class NoteRow
    {
        public required string Item { get; init; }

        public required long Number { get; init; }

        public required byte[] Note { get; init; }

        public required string WrittenBy { get; init; }

        public required string WrittenAt { get; init; }
    }
}
