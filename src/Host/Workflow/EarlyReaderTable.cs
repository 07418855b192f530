using Dapper;
using Host.Outcomes;

namespace Host.Workflow;

/// <summary>Named people who may read a release between its approval and its publication. The database says who may read what at this moment.</summary>
internal sealed class EarlyReaderTable(WorkflowDatabase database, DraftWrite write, TimeProvider clock)
{
    public Outcome<Done> Name(DraftRow draft, string reader, string publisher) => write.Run(
        draft,
        publisher,
        "early-reader",
        (connection, transaction) => connection.Execute(
            "INSERT INTO early_readers (draft_id, user_id, number, named_by, named_at) "
            + "VALUES (@DraftId, @reader, (SELECT coalesce(max(number), 0) + 1 FROM early_readers WHERE draft_id = @DraftId AND user_id = @reader), @publisher, @at)",
            new { draft.DraftId, reader, publisher, at = Instant.Write(clock.GetUtcNow()) },
            transaction),
        $"{draft.DraftId} {reader}");

    public Outcome<Done> End(DraftRow draft, string reader, string publisher) => write.Run(
        draft,
        publisher,
        "early-reader-end",
        (connection, transaction) => connection.Execute(
            "UPDATE early_readers SET ended_by = @publisher, ended_at = @at WHERE draft_id = @DraftId AND user_id = @reader AND ended_at IS NULL",
            new { draft.DraftId, reader, publisher, at = Instant.Write(clock.GetUtcNow()) },
            transaction),
        $"{draft.DraftId} {reader}");

    /// <summary>Readers of a draft, in ordinal order.</summary>
    public IReadOnlyList<string> Of(string draftId)
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT user_id FROM early_readers WHERE draft_id = @draftId AND ended_at IS NULL ORDER BY user_id", new { draftId })];
    }

    /// <summary>Drafts that somebody may read now.</summary>
    public IReadOnlyList<string> For(string reader)
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT draft_id FROM early_readings WHERE user_id = @reader ORDER BY draft_id", new { reader })];
    }
}
