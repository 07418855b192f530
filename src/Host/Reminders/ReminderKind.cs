namespace Host.Reminders;

/// <summary>What somebody is reminded of.</summary>
internal enum ReminderKind
{
    /// <summary>A partner owes a quarter whose cut-off day is near.</summary>
    QuarterDue,

    /// <summary>A partner owes a quarter whose cut-off day is over.</summary>
    QuarterLate,

    /// <summary>A draft waits for an analyst's review.</summary>
    DraftWaits,

    /// <summary>A draft was submitted and waits for an approver.</summary>
    SubmissionWaits,

    /// <summary>Something that had a date did not run at its time.</summary>
    SlotMissed,
}
