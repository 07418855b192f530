namespace Host.Workflow;

/// <summary>A release that was taken back, with the public note that stands in its place.</summary>
internal sealed record WithdrawalRow
{
    public required string ReleaseId { get; init; }

    public required string NoteTr { get; init; }

    public required string NoteEn { get; init; }

    public required string WithdrawnAt { get; init; }
}
