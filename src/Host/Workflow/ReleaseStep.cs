namespace Host.Workflow;

/// <summary>Who did what to a release, and when.</summary>
internal sealed record ReleaseStep
{
    public required string Period { get; init; }

    /// <summary>Id of the draft, the release, its correction, or the omitted quarter.</summary>
    public required string Subject { get; init; }

    public required ReleaseAct Act { get; init; }

    /// <summary>Null where nobody did it: a draft is superseded by another.</summary>
    public required string? Person { get; init; }

    public required DateTimeOffset At { get; init; }
}
