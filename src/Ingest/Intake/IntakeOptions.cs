using Ingest.Catalogue;

namespace Ingest.Intake;

/// <summary>How a partner wants a file taken in.</summary>
public sealed record IntakeOptions
{
    /// <summary>Take the records without fault and set the faulty ones aside. Default: a file with a faulty record is refused whole.</summary>
    public bool AcceptWithoutFaultyRows { get; init; }

    /// <summary>The partner's earlier upload that this file corrects; it counts no more once this one is accepted.</summary>
    public UploadId? Replaces { get; init; }

    /// <summary>Why it is replaced; needed with <see cref="Replaces"/>.</summary>
    public string Reason { get; init; } = string.Empty;
}
