using Dapper;
using Host.Workflow;

namespace Host.Reminders;

/// <summary>Who was reminded of what, when, by which channel, and what became of it.</summary>
internal sealed class ReminderTable(WorkflowDatabase database, TimeProvider clock)
{
    /// <summary>States the intent.</summary>
    /// <returns>False for a reminder that went out, is going out, or never will.</returns>
    public bool Begin(Reminder reminder, string channel)
    {
        using var connection = database.Connect();
        return connection.Execute(
            "INSERT INTO reminders (kind, subject, user_id, channel, attempts, begun_at) VALUES (@kind, @Subject, @userId, @channel, 1, @at) "
            + "ON CONFLICT (kind, subject, user_id, channel) DO UPDATE SET begun_at = @at, attempts = attempts + 1 WHERE finished_at IS NULL AND begun_at IS NULL",
            Key(reminder, channel, "", Instant.Write(clock.GetUtcNow()))) == 1;
    }

    /// <summary>Ends a reminder for good, or (not final) leaves it to the next run with the code of what stood in its way.</summary>
    public void End(Reminder reminder, string channel, string outcome, bool isFinal)
    {
        using var connection = database.Connect();
        connection.Execute(
            (isFinal ? "UPDATE reminders SET outcome = @outcome, finished_at = @at" : "UPDATE reminders SET outcome = @outcome, begun_at = NULL")
            + " WHERE kind = @kind AND subject = @Subject AND user_id = @userId AND channel = @channel AND finished_at IS NULL",
            Key(reminder, channel, outcome, Instant.Write(clock.GetUtcNow())));
    }

    /// <summary>Closes what was begun by a run that did not come to its end.</summary>
    public void CloseInterrupted()
    {
        using var connection = database.Connect();
        connection.Execute(
            "UPDATE reminders SET outcome = 'Interrupted', finished_at = @at WHERE begun_at IS NOT NULL AND finished_at IS NULL", new { at = Instant.Write(clock.GetUtcNow()) });
    }

    /// <summary>The latest ones, newest first.</summary>
    public IReadOnlyList<ReminderRow> Latest(int count)
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<ReminderRow>(
                "SELECT kind AS Kind, subject AS Subject, user_id AS UserId, channel AS Channel, begun_at AS BegunAt, finished_at AS FinishedAt, outcome AS Outcome, attempts AS Attempts "
                + "FROM reminders ORDER BY coalesce(finished_at, begun_at, '9'), kind, subject, user_id, channel").Reverse().Take(count),
        ];
    }

    /// <summary>As the database names a kind.</summary>
    public static string NameOf(ReminderKind kind) => kind switch
    {
        ReminderKind.QuarterDue => "quarter-due",
        ReminderKind.QuarterLate => "quarter-late",
        ReminderKind.DraftWaits => "draft-waits",
        ReminderKind.SubmissionWaits => "submission-waits",
        ReminderKind.SlotMissed => "slot-missed",
        _ => throw new InvalidOperationException("A kind that has no name."),
    };

    private static object Key(Reminder reminder, string channel, string outcome, string at) =>
        new { kind = NameOf(reminder.Kind), reminder.Subject, userId = reminder.Contact.UserId, channel, outcome, at };
}
