using Dapper;
using Host.Outcomes;

namespace Host.Workflow;

/// <summary>Later minutes that publishers chose for drafts; the database refuses earlier ones. A draft's row has the one that counts.</summary>
internal sealed class PublicationTimeTable(DraftWrite write, TimeProvider clock)
{
    public Outcome<Done> Set(DraftRow draft, DateTimeOffset moment, string user)
    {
        var at = Instant.Write(moment);
        return write.Run(
            draft,
            user,
            "publish-time",
            (connection, transaction) => connection.Execute(
                "INSERT INTO publication_times (draft_id, number, publish_at, set_by, set_at) "
                + "VALUES (@DraftId, (SELECT coalesce(max(number), 0) + 1 FROM publication_times WHERE draft_id = @DraftId), @at, @user, @now)",
                new { draft.DraftId, at, user, now = Instant.Write(clock.GetUtcNow()) },
                transaction),
            $"{draft.DraftId} {at}");
    }
}
