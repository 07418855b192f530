namespace Host.Workflow;

/// <summary>The decision that nothing of a quarter is published.</summary>
internal sealed record OmissionRow
{
    public required string Period { get; init; }

    public required string OmittedBy { get; init; }

    public required string OmittedAt { get; init; }
}
