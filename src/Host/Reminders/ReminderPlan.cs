using System.Globalization;
using Host.Composition;
using Host.Jobs;
using Host.Outcomes;
using Host.Security;
using Host.Workflow;
using Publication.Releases;

namespace Host.Reminders;

/// <summary>Who is to be reminded of what, as things stand now. What went out before is not left out here.</summary>
internal static class ReminderPlan
{
    /// <summary>A week after its day, a reminder of a quarter that is over helps nobody.</summary>
    private const int DaysThatLateIsNews = 7;

    // What was due an hour ago and is done by now was not missed; what was due three days ago is known.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly TimeSpan Memory = TimeSpan.FromDays(3);

    public static Outcome<IReadOnlyList<Reminder>> Of(ReleaseDesk desk)
    {
        var installation = desk.Installation;
        if (!PartnerDuties.Of(installation, desk.Store).Succeeded(out var duties, out var failure))
        {
            return failure;
        }

        var contacts = installation.Contacts.All();
        var accounts = installation.Users.All().Where(a => contacts.ContainsKey(a.UserId)).ToArray();
        IEnumerable<Contact> With(Role role) => accounts.Where(a => a.Roles.Contains(role)).Select(a => contacts[a.UserId]);
        return Outcome<IReadOnlyList<Reminder>>.Of(
        [
            .. duties.SelectMany(d => accounts.Where(a => a.Partner == d.Partner).SelectMany(a => OfQuarters(installation, d, contacts[a.UserId]))),
            .. OpenDrafts(installation).SelectMany(d => OfDraft(installation, d, [.. With(Role.Analyst)], [.. With(Role.Approver)])),
            .. Missed(installation).SelectMany(s => With(Role.Operator).Select(c => new Reminder(ReminderKind.SlotMissed, s.SlotId, c, "system"))),
        ]);
    }

    private static IEnumerable<Reminder> OfQuarters(Installation installation, StatusReport.PartnerPart duty, Contact contact)
    {
        var settings = installation.Settings.Reminders;
        var calendar = installation.Calendar;
        var today = calendar.DayOf(installation.Clock.GetUtcNow());
        foreach (var quarter in duty.Owes)
        {
            var cutOff = calendar.CutOff(ReleasePeriod.TryParse(quarter, out var period) ? period : throw new InvalidOperationException("A quarter is a period."));
            var days = today.DayNumber - cutOff.DayNumber;
            var subject = string.Create(CultureInfo.InvariantCulture, $"{quarter}/{cutOff:yyyy-MM-dd}");
            if (days <= 0 && days >= -settings.DaysBefore)
            {
                yield return new Reminder(ReminderKind.QuarterDue, subject, contact, "uploads", quarter, cutOff);
            }
            else if (days >= settings.DaysAfter && days < settings.DaysAfter + DaysThatLateIsNews)
            {
                yield return new Reminder(ReminderKind.QuarterLate, subject, contact, "uploads", quarter, cutOff);
            }
        }
    }

    private static IEnumerable<DraftRow> OpenDrafts(Installation installation) =>
        installation.Drafts.Open().Where(d => installation.Publications.Find(d.ReleaseId) is null && installation.Approvals.Of(d.DraftId).Count == 0);

    // Who drafted or submitted cannot approve, and is not asked to.
    private static IEnumerable<Reminder> OfDraft(Installation installation, DraftRow draft, IReadOnlyList<Contact> analysts, IReadOnlyList<Contact> approvers) =>
        installation.Reviews.LastSubmission(draft.DraftId) is { } submission
            ? approvers.Where(c => c.UserId != draft.DraftedBy && c.UserId != submission.SubmittedBy)
                .Select(c => new Reminder(ReminderKind.SubmissionWaits, $"{draft.DraftId}/{submission.SubmittedAt}", c, $"quarters/{draft.Period}/publication", draft.Period))
            : analysts.Select(c => new Reminder(ReminderKind.DraftWaits, draft.DraftId, c, $"quarters/{draft.Period}/checklist", draft.Period));

    // A publication waits for people and for its minute; a draft and a night wait for nobody.
    private static IEnumerable<SlotRow> Missed(Installation installation)
    {
        var now = installation.Clock.GetUtcNow();
        var since = installation.Audit.Beginning() ?? now;
        return installation.Slots.All().Where(s => s.Kind != SlotKind.Remind && Instant.Read(s.DueAt) is var due && due > since && due > now - Memory && due + Grace < now
            && (s.FinishedAt is { } finished ? s.Kind != SlotKind.Publish && Instant.Read(finished) > due + Grace : !Retry.IsWaiting(s.Outcome)));
    }
}
