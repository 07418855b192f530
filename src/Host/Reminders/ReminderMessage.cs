using Host.Texts;
using Publication.Tables;

namespace Host.Reminders;

/// <summary>What a reminder says: a sentence and a link, in the person's language.</summary>
internal sealed class ReminderMessage
{
    /// <param name="reminder">What it is about.</param>
    /// <param name="site">Address of the site as people open it.</param>
    public ReminderMessage(Reminder reminder, Uri site)
    {
        var texts = Messages.In(reminder.Contact.Language);
        Reminder = reminder;
        Tongue = reminder.Contact.Language == Language.Tr ? "tr" : "en";
        Title = texts["ReminderTitle"];
        Sentence = texts.Format($"Reminder{reminder.Kind}", reminder.Period, reminder.Day?.ToString("d MMMM yyyy", texts.Culture) ?? "");
        Link = new Uri(site, $"/{Tongue}/desk/{reminder.Path}");
    }

    public Reminder Reminder { get; }

    /// <summary><c>tr</c> or <c>en</c>.</summary>
    public string Tongue { get; }

    public string Title { get; }

    public string Sentence { get; }

    public Uri Link { get; }
}
