namespace Ingest.Pseudonymise;

/// <summary>A key ring as its JSON file writes it; secrets in base64.</summary>
internal sealed class KeyRingFile
{
    public int SchemaVersion { get; init; }

    public string? Current { get; init; }

    public string? Pseudonym { get; init; }

    public IReadOnlyList<KeyPart> Keys { get; init; } = [];

    public override string ToString() => nameof(KeyRingFile);

    public sealed class KeyPart
    {
        public string? Id { get; init; }

        public byte[]? Secret { get; init; }

        public override string ToString() => nameof(KeyPart);
    }
}
