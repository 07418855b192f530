using System.Text.Json;
using System.Text.Json.Serialization;
using Host.Outcomes;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>
/// What a draft is made of: canonical content, certificate, rule set, and what the engine says about the way it took. It lies encrypted in the private
/// folder, since with the records it contains the truth.
/// </summary>
internal sealed class DraftDocument
{
    private const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>Canonical bytes of the release.</summary>
    public required byte[] Content { get; init; }

    public required byte[] Certificate { get; init; }

    /// <summary>The rule set's file.</summary>
    public required byte[] RuleSet { get; init; }

    /// <summary>For each table the steps of the ladder, for cleared eyes.</summary>
    public required IReadOnlyList<LadderStep> Ladder { get; init; }

    /// <summary>Large categories that a declared link keeps in a pooled row, for cleared eyes.</summary>
    public IReadOnlyList<LinkNote> PooledByLink { get; init; } = [];

    /// <summary>Name of the file in the private vault.</summary>
    public static string NameOf(string draftId) => $"drafts/{draftId}.draft";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Strict);

    public static Outcome<DraftDocument> Read(byte[] bytes)
    {
        if (Storage.SchemaVersion.IsNewer(bytes, CurrentSchema))
        {
            return Newer();
        }

        try
        {
            return JsonSerializer.Deserialize<DraftDocument>(bytes, Strict) is not { SchemaVersion: >= 1 and <= CurrentSchema } draft
                ? new Failure(ExitCode.DependencyUnavailable, "PrivateFileDamaged")
                : draft.HoldsNewer() ? Newer()
                : draft;
        }
        catch (JsonException)
        {
            // The message could quote a figure of the draft.
            return new Failure(ExitCode.DependencyUnavailable, "PrivateFileDamaged");
        }
    }

    public override string ToString() => nameof(DraftDocument);

    private static Failure Newer() => new(ExitCode.DependencyUnavailable, "NewerSchema", "draft");

    private bool HoldsNewer() => Storage.SchemaVersion.IsNewer(Content, ReleaseDocument.CurrentSchema)
        || Storage.SchemaVersion.IsNewer(Certificate, Publication.Verification.Certificate.SchemaVersion);
}
