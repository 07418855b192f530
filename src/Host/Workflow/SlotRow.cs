namespace Host.Workflow;

/// <summary>A moment at which something was due, and what became of it.</summary>
internal sealed record SlotRow
{
    /// <summary><c>kind/subject</c>, as in <c>draft/2025-Q4</c>; the only argument a job is given.</summary>
    public required string SlotId { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required string DueAt { get; init; }

    public string? StartedAt { get; init; }

    public string? FinishedAt { get; init; }

    /// <summary>Code of the result.</summary>
    public string? Outcome { get; init; }

    public long Attempts { get; init; }
}
