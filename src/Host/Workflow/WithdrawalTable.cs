using Dapper;
using Host.Outcomes;

namespace Host.Workflow;

/// <summary>Releases that were taken back. The ledger keeps their figures: whoever read them still knows them.</summary>
internal sealed class WithdrawalTable(WorkflowDatabase database, DraftWrite write, TimeProvider clock)
{
    private const string Columns = "release_id AS ReleaseId, note_tr AS NoteTr, note_en AS NoteEn, withdrawn_at AS WithdrawnAt";

    /// <param name="draft">The draft that was published.</param>
    /// <param name="noteTr">Public.</param>
    /// <param name="noteEn">Public.</param>
    /// <param name="publisher">Who takes it back.</param>
    public Outcome<Done> Add(DraftRow draft, string noteTr, string noteEn, string publisher) => write.Run(
        draft,
        publisher,
        "withdraw-release",
        (connection, transaction) => connection.Execute(
            "INSERT INTO withdrawals (release_id, note_tr, note_en, withdrawn_by, withdrawn_at) VALUES (@ReleaseId, @noteTr, @noteEn, @publisher, @at)",
            new { draft.ReleaseId, noteTr, noteEn, publisher, at = Instant.Write(clock.GetUtcNow()) },
            transaction),
        draft.ReleaseId);

    public WithdrawalRow? Find(string releaseId) => All().FirstOrDefault(w => w.ReleaseId == releaseId);

    public IReadOnlyList<WithdrawalRow> All()
    {
        using var connection = database.Connect();
        return [.. connection.Query<WithdrawalRow>($"SELECT {Columns} FROM withdrawals ORDER BY release_id")];
    }
}
