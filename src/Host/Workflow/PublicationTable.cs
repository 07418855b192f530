using Dapper;
using Host.Outcomes;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>Publications, each a row that only moves forward: started, sealed, completed.</summary>
internal sealed class PublicationTable(WorkflowDatabase database, LedgerTable ledger, AuditTrail audit, TimeProvider clock)
{
    private const string Columns =
        "release_id AS ReleaseId, draft_id AS DraftId, publisher AS Publisher, started_at AS StartedAt, sealed_at AS SealedAt, completed_at AS CompletedAt";

    public PublicationRow? Find(string releaseId)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<PublicationRow>($"SELECT {Columns} FROM publications WHERE release_id = @releaseId", new { releaseId });
    }

    public IReadOnlyList<PublicationRow> All()
    {
        using var connection = database.Connect();
        return [.. connection.Query<PublicationRow>($"SELECT {Columns} FROM publications ORDER BY release_id")];
    }

    /// <summary>States the intent. The database checks that two persons stand behind it.</summary>
    public Outcome<Done> Start(DraftRow draft, string publisher)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            connection.Execute(
                "INSERT INTO publications (release_id, draft_id, publisher, started_at) VALUES (@ReleaseId, @DraftId, @publisher, @at)",
                new { draft.ReleaseId, draft.DraftId, publisher, at = Instant.Write(clock.GetUtcNow()) },
                transaction);
        }
        catch (SqliteException exception) when (Refusal.Of(exception, draft) is { } refused)
        {
            transaction.Rollback();
            audit.Record(publisher, "publish-refused", draft.DraftId);
            return refused;
        }

        audit.Record(connection, transaction, publisher, "publish-start", draft.ReleaseId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>Enters the sealed bytes into the ledger: the moment of publication. Both rows change, or neither.</summary>
    public void Seal(PublicationRow publication, byte[] sealedBytes)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var now = clock.GetUtcNow();
        ledger.Append(connection, transaction, "release", publication.ReleaseId, sealedBytes, now);
        connection.Execute(
            "UPDATE publications SET sealed_at = @at WHERE release_id = @ReleaseId AND sealed_at IS NULL", new { at = Instant.Write(now), publication.ReleaseId }, transaction);
        audit.Record(connection, transaction, publication.Publisher, "publish-seal", publication.ReleaseId);
        transaction.Commit();
    }

    public void Complete(PublicationRow publication)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var changed = connection.Execute(
            "UPDATE publications SET completed_at = @at WHERE release_id = @ReleaseId AND completed_at IS NULL",
            new { at = Instant.Write(clock.GetUtcNow()), publication.ReleaseId },
            transaction);
        if (changed == 1)
        {
            audit.Record(connection, transaction, publication.Publisher, "publish-complete", publication.ReleaseId);
        }

        transaction.Commit();
    }
}
