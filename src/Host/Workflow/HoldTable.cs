using System.Text;
using Dapper;
using Host.Outcomes;
using Host.Storage;

namespace Host.Workflow;

/// <summary>Holds of the protection officer. While one stands, the database refuses the publication of its release, whatever draft it would be.</summary>
internal sealed class HoldTable(WorkflowDatabase database, DraftWrite write, PrivateVault vault, TimeProvider clock)
{
    public Outcome<Done> Hold(DraftRow draft, string reason, string officer) => write.Run(draft, officer, "hold", (connection, transaction) =>
    {
        var at = Instant.Write(clock.GetUtcNow());
        var hidden = vault.Seal(NameOf(draft.ReleaseId, at), Encoding.UTF8.GetBytes(reason));
        connection.Execute("INSERT INTO holds (release_id, reason, held_by, held_at) VALUES (@ReleaseId, @hidden, @officer, @at)", new { draft.ReleaseId, hidden, officer, at }, transaction);
    });

    /// <summary>Lifts the hold that stands; nothing happens where none does.</summary>
    public Outcome<Done> Lift(DraftRow draft, string officer) => write.Run(draft, officer, "hold-lift", (connection, transaction) => connection.Execute(
        "UPDATE holds SET lifted_by = @officer, lifted_at = @at WHERE release_id = @ReleaseId AND lifted_at IS NULL",
        new { draft.ReleaseId, officer, at = Instant.Write(clock.GetUtcNow()) },
        transaction));

    /// <summary>The hold that stands; null where none does.</summary>
    public HoldRow? Find(string releaseId)
    {
        using var connection = database.Connect();
        var row = connection.QuerySingleOrDefault<Row>(
            "SELECT reason AS Reason, held_by AS HeldBy, held_at AS HeldAt FROM holds WHERE release_id = @releaseId AND lifted_at IS NULL", new { releaseId });
        return row is null ? null
            : vault.Open(NameOf(releaseId, row.HeldAt), row.Reason).Succeeded(out var reason, out var failure) ? new HoldRow(Encoding.UTF8.GetString(reason), row.HeldBy, row.HeldAt)
            : throw new InvalidOperationException($"A hold cannot be read: {failure.Code}.");
    }

    private static string NameOf(string releaseId, string at) => $"hold/{releaseId}/{at}";

    private sealed class Row
    {
        public required byte[] Reason { get; init; }

        public required string HeldBy { get; init; }

        public required string HeldAt { get; init; }
    }
}
