using System.Text.Json;
using System.Text.Json.Serialization;
using Host.Storage;
using Ingest.Pseudonymise;
using Publication.Releases;
using Publication.Rules;

namespace Host.Publishing;

/// <summary>A published release as the ledger keeps it: canonical content, seal, public proof, and the rule set it was published under.</summary>
internal static class SealedRelease
{
    private const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write(Release release, ReadOnlySpan<byte> ruleSet) => JsonSerializer.SerializeToUtf8Bytes(
        new Document(
            SchemaVersion,
            ReleaseSerializer.Write(release.Content),
            release.Seal.KeyId,
            release.Seal.Mac,
            release.Proof.Json.ToArray(),
            release.Proof.IsComplete,
            ruleSet.ToArray()),
        Strict);

    /// <returns>The release and its rules; null where the seal does not fit or its key is not in the ring.</returns>
    /// <exception cref="NewerSchemaException">Written by a newer version of this program.</exception>
    /// <exception cref="FormatException">No release.</exception>
    public static (Release Release, RuleSet Rules)? Open(ReadOnlySpan<byte> bytes, KeyRing keys)
    {
        if (Storage.SchemaVersion.IsNewer(bytes, SchemaVersion))
        {
            throw new NewerSchemaException("ledger");
        }

        Document document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(bytes, Strict) ?? throw new FormatException("The ledger entry is empty.");
        }
        catch (JsonException exception)
        {
            throw new FormatException("The ledger entry is no release.", exception);
        }

        if (Storage.SchemaVersion.IsNewer(document.Content, ReleaseDocument.CurrentSchema))
        {
            throw new NewerSchemaException("ledger");
        }

        if (KeyOf(keys, document.KeyId) is not { } key)
        {
            return null;
        }

        var proof = new PublicProof(document.Proof, document.ProofIsComplete);
        return Release.Open(document.Content, new Seal(document.KeyId, document.Mac), proof, key) is { } release
            ? (release, RuleSetReader.Read(document.RuleSet))
            : null;
    }

    /// <summary>The sealing key of an id; null where the ring has none.</summary>
    public static SealingKey? KeyOf(KeyRing keys, string id) =>
        keys.Derive(id, KeyPurpose.Release) is { } bytes ? new SealingKey(id, bytes) : null;

    private sealed record Document(int SchemaVersion, byte[] Content, string KeyId, string Mac, byte[] Proof, bool ProofIsComplete, byte[] RuleSet);
}
