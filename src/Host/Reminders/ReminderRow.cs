namespace Host.Reminders;

/// <summary>A reminder as the database knows it.</summary>
internal sealed record ReminderRow
{
    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required string UserId { get; init; }

    public required string Channel { get; init; }

    public string? BegunAt { get; init; }

    public string? FinishedAt { get; init; }

    /// <summary>Code of the result.</summary>
    public string? Outcome { get; init; }

    public long Attempts { get; init; }
}
