namespace Host.Configuration;

/// <summary>The publication calendar, in days after the last day of a period, in the time of <see cref="TimeZone"/>.</summary>
internal sealed record CalendarSettings
{
    /// <summary>Default <c>Europe/Istanbul</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Istanbul";

    /// <summary>Last day on which records still count in the quarter. Default 20.</summary>
    public int CutOffDays { get; init; } = 20;

    /// <summary>Day on which the draft is made, after the cut-off. Default 21.</summary>
    public int DraftDays { get; init; } = 21;

    /// <summary>Time of the draft. Default 02:00.</summary>
    public TimeOnly DraftAt { get; init; } = new(2, 0);

    /// <summary>Day of publication. Default 45.</summary>
    public int PublishDays { get; init; } = 45;

    /// <summary>Minute of publication. Default 10:00.</summary>
    public TimeOnly PublishAt { get; init; } = new(10, 0);

    /// <summary>Time of the nightly reconciliation. Default 03:30.</summary>
    public TimeOnly ReconcileAt { get; init; } = new(3, 30);

    /// <summary>First quarter that this installation publishes, as <c>2025-Q1</c>; default: the quarter of the first upload.</summary>
    public string? FirstQuarter { get; init; }

    /// <summary>
    /// Day up to which partners hand over the past: what is accepted by then counts in its own quarter, however old, and those quarters close with that day.
    /// Default: none, and a past quarter is not open.
    /// </summary>
    public DateOnly? HistoryUntil { get; init; }
}
