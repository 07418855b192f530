using System.Text;
using Dapper;
using Host.Outcomes;
using Host.Storage;

namespace Host.Workflow;

/// <summary>Commentaries by version; the last one counts. After an approval the database takes no other, so that what is published is what was approved.</summary>
internal sealed class CommentaryTable(WorkflowDatabase database, DraftWrite write, PrivateVault vault, TimeProvider clock)
{
    /// <summary>Letters of a text, at most.</summary>
    public const int Longest = 6000;

    public Outcome<Done> Add(DraftRow draft, string tr, string en, string user) => write.Run(draft, user, "commentary", (connection, transaction) =>
    {
        var version = connection.ExecuteScalar<long>("SELECT coalesce(max(version), 0) + 1 FROM commentaries WHERE release_id = @ReleaseId", draft, transaction);
        connection.Execute(
            "INSERT INTO commentaries (release_id, version, tr, en, written_by, written_at) VALUES (@ReleaseId, @version, @trText, @enText, @user, @at)",
            new
            {
                draft.ReleaseId,
                version,
                trText = vault.Seal(NameOf(draft.ReleaseId, version, "tr"), Encoding.UTF8.GetBytes(tr)),
                enText = vault.Seal(NameOf(draft.ReleaseId, version, "en"), Encoding.UTF8.GetBytes(en)),
                user,
                at = Instant.Write(clock.GetUtcNow()),
            },
            transaction);
    });

    /// <summary>The version that counts; null where there is none, or the last one took the text away.</summary>
    public Commentary? Find(string releaseId)
    {
        using var connection = database.Connect();
        var row = connection.QueryFirstOrDefault<Row>(
            "SELECT version AS Version, tr AS Tr, en AS En, written_by AS WrittenBy, written_at AS WrittenAt FROM commentaries WHERE release_id = @releaseId ORDER BY version DESC", new { releaseId });
        if (row is null)
        {
            return null;
        }

        var commentary = new Commentary(row.Version, Opened(releaseId, row.Version, "tr", row.Tr), Opened(releaseId, row.Version, "en", row.En), row.WrittenBy, row.WrittenAt);
        return commentary.IsEmpty ? null : commentary;
    }

    private static string NameOf(string releaseId, long version, string tongue) => $"commentary/{releaseId}/{version}/{tongue}";

    private string Opened(string releaseId, long version, string tongue, byte[] text) => vault.Open(NameOf(releaseId, version, tongue), text).Succeeded(out var opened, out var failure)
        ? Encoding.UTF8.GetString(opened)
        : throw new InvalidOperationException($"A commentary cannot be read: {failure.Code}.");

    private sealed class Row
    {
        public required long Version { get; init; }

        public required byte[] Tr { get; init; }

        public required byte[] En { get; init; }

        public required string WrittenBy { get; init; }

        public required string WrittenAt { get; init; }
    }
}
