namespace Host.Workflow;

/// <summary>An entry of the ledger: the sealed bytes of a release (subject: its id), or background facts (subject: their name).</summary>
internal sealed class LedgerEntry
{
    public required long Seq { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required byte[] Content { get; init; }

    public required string RecordedAt { get; init; }

    public required string Previous { get; init; }

    public required string Link { get; init; }

    public bool IsRelease => string.Equals(Kind, "release", StringComparison.Ordinal);
}
