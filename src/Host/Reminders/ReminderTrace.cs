using System.Diagnostics;

namespace Host.Reminders;

/// <summary>Tells whoever traces the process which step of a reminder is done; of what and for whom is no business of a trace.</summary>
internal static class ReminderTrace
{
    private static readonly ActivitySource Source = new("Reporting.Reminders");

    public static void Reached(ReminderStep step) => Source.StartActivity(step.ToString())?.Dispose();
}
