namespace Host.Reminders;

/// <summary>The steps of a reminder, each named when it is done. A process that dies between them has sent it once or not at all.</summary>
internal enum ReminderStep
{
    /// <summary>The database knows that it is about to go out.</summary>
    ReminderBegun,

    /// <summary>The channel has answered.</summary>
    ReminderAnswered,
}
