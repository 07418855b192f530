using System.Globalization;
using Dapper;
using Host.Outcomes;

namespace Host.Workflow;

/// <summary>Drafts. A new draft of a release supersedes the one before, unless that is approved already.</summary>
internal sealed class DraftTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    private const string Columns =
        "draft_id AS DraftId, release_id AS ReleaseId, period AS Period, number AS Number, drafted_by AS DraftedBy, drafted_at AS DraftedAt, "
        + "content_mac AS ContentMac, superseded_at AS SupersededAt, "
        + "coalesce((SELECT t.publish_at FROM publication_times t WHERE t.draft_id = drafts.draft_id ORDER BY t.number DESC LIMIT 1), publish_at) AS PublishAt";

    /// <summary>Id that the next draft of a release will have, and its number.</summary>
    public (string Id, int Number) Next(string releaseId, string period)
    {
        using var connection = database.Connect();
        var number = connection.ExecuteScalar<int>("SELECT coalesce(max(number), 0) + 1 FROM drafts WHERE period = @period", new { period });
        return (string.Create(CultureInfo.InvariantCulture, $"{releaseId}-d{number}"), number);
    }

    /// <param name="draft">Takes the place of the release's open draft.</param>
    /// <param name="outdated">An approved draft that can never be published, since the records are others now; no other approved draft is replaced.</param>
    public Outcome<DraftRow> Add(DraftRow draft, string? outdated = null)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var open = connection.QuerySingleOrDefault<DraftRow>(
            $"SELECT {Columns} FROM drafts WHERE release_id = @ReleaseId AND superseded_at IS NULL", draft, transaction);
        if (open is not null)
        {
            if (!string.Equals(open.DraftId, outdated, StringComparison.Ordinal)
                && connection.ExecuteScalar<long>("SELECT count(*) FROM approvals WHERE draft_id = @DraftId", open, transaction) > 0)
            {
                return new Failure(ExitCode.Conflict, "DraftApproved", open.DraftId);
            }

            connection.Execute("UPDATE drafts SET superseded_at = @at WHERE draft_id = @DraftId", new { at = Instant.Write(clock.GetUtcNow()), open.DraftId }, transaction);
        }

        connection.Execute(
            "INSERT INTO drafts (draft_id, release_id, period, number, drafted_by, drafted_at, content_mac, publish_at) "
            + "VALUES (@DraftId, @ReleaseId, @Period, @Number, @DraftedBy, @DraftedAt, @ContentMac, @PublishAt)",
            draft, transaction);
        audit.Record(connection, transaction, draft.DraftedBy, "draft", draft.DraftId);
        transaction.Commit();
        return draft;
    }

    /// <summary>The draft of that id, or the open draft of the release of that id.</summary>
    public DraftRow? Find(string id)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<DraftRow>(
            $"SELECT {Columns} FROM drafts WHERE draft_id = @id OR (release_id = @id AND superseded_at IS NULL)", new { id });
    }

    /// <summary>Drafts that are not superseded, in order of their period.</summary>
    public IReadOnlyList<DraftRow> Open()
    {
        using var connection = database.Connect();
        return [.. connection.Query<DraftRow>($"SELECT {Columns} FROM drafts WHERE superseded_at IS NULL ORDER BY period, number")];
    }
}
