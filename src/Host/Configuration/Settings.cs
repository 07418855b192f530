namespace Host.Configuration;

/// <summary>
/// The settings of an installation. What protects persons (k and its kin) is not here: that is the rule set, a versioned file of its own.
/// </summary>
internal sealed record Settings
{
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Language of messages where the caller names none: <c>tr</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>User in whose name a draft is made when <c>--as</c> is not given; default: the schedule itself.</summary>
    public string? User { get; init; }

    public StoreSettings Store { get; init; } = new();

    public IntakeSettings Intake { get; init; } = new();

    public CalendarSettings Calendar { get; init; } = new();

    public WebSettings Web { get; init; } = new();

    public ReminderSettings Reminders { get; init; } = new();

    public ProgrammeSettings Programme { get; init; } = new();
}
