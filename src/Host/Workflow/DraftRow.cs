namespace Host.Workflow;

/// <summary>A draft as the database knows it: ids, dates, and the keyed code of figures that lie elsewhere.</summary>
internal sealed record DraftRow
{
    /// <summary><c>2025-Q4.1-d2</c>: second draft of release 2025-Q4.1.</summary>
    public required string DraftId { get; init; }

    public required string ReleaseId { get; init; }

    public required string Period { get; init; }

    public required long Number { get; init; }

    public required string DraftedBy { get; init; }

    public required string DraftedAt { get; init; }

    /// <summary>HMAC-SHA256 (hex) of the content.</summary>
    public required string ContentMac { get; init; }

    /// <summary>Moment set for publication: the announced one, or the later one that a publisher chose.</summary>
    public required string PublishAt { get; init; }

    public string? SupersededAt { get; init; }
}
