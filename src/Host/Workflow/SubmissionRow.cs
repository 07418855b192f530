namespace Host.Workflow;

/// <summary>Somebody's word that a draft is ready.</summary>
internal sealed record SubmissionRow
{
    public required string SubmittedBy { get; init; }

    public required string SubmittedAt { get; init; }

    /// <summary>Keyed code of the review as it was then.</summary>
    public required string ReviewMac { get; init; }
}
