using Host.Security;

namespace Host.Reminders;

/// <summary>One thing that one person is reminded of. It holds ids and dates: no figure, no count, nobody's name.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">Which one: with kind and person, what makes a reminder the same as one that went out before.</param>
/// <param name="Contact">To whom.</param>
/// <param name="Path">Of the page that it leads to, behind <c>/tr/desk</c>.</param>
/// <param name="Period">That the sentence names; empty where it names none.</param>
/// <param name="Day">That the sentence names; null where it names none.</param>
internal sealed record Reminder(ReminderKind Kind, string Subject, Contact Contact, string Path, string Period = "", DateOnly? Day = null)
{
    public override string ToString() => $"{Kind}/{Subject}";
}
