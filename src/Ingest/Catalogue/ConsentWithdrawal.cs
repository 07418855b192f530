using Ingest.Intake;

namespace Ingest.Catalogue;

/// <summary>A withdrawal of consent and what became of it. Nothing in it leads to the person.</summary>
public sealed record ConsentWithdrawal
{
    public required ConsentId Id { get; init; }

    public required PartnerId Partner { get; init; }

    public required DateOnly WithdrawnOn { get; init; }

    public required ConsentReason Reason { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When every file there was had been looked through; none while it is still to be done.</summary>
    public required DateTimeOffset? CarriedOutAt { get; init; }

    /// <summary>Records taken out of files; 0 where the case was in none.</summary>
    public required int Records { get; init; }

    /// <summary>Files written anew.</summary>
    public required int Files { get; init; }
}
