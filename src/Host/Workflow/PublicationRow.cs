namespace Host.Workflow;

/// <summary>How far a publication has come.</summary>
internal sealed record PublicationRow
{
    public required string ReleaseId { get; init; }

    public required string DraftId { get; init; }

    public required string Publisher { get; init; }

    public required string StartedAt { get; init; }

    /// <summary>From here on the figures are in the ledger, and count as published whatever happens to the files.</summary>
    public string? SealedAt { get; init; }

    /// <summary>The folder stands complete under its name.</summary>
    public string? CompletedAt { get; init; }
}
