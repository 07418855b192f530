using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Host.Composition;
using Host.Doors;
using Host.Workflow;
using Publication.Releases;

namespace Host.Jobs;

/// <summary>
/// One look at the clock: records every slot that has become due (also those that a stopped program missed) and hands what is due to the job server, with
/// what lies ready in the watched folders. The table of slots is the truth; a job store that forgot everything is filled again by the next look.
/// </summary>
/// <remarks>A slot may be handed over twice while it waits; the second run finds it finished, or does what is safe to do twice.</remarks>
internal sealed class Ticker(Installation installation, FolderWatch? watch, Func<ReleasePeriod?> firstQuarter, IBackgroundJobClient jobs)
{
    private readonly DateTimeOffset _started = installation.Clock.GetUtcNow();

    public void Tick()
    {
        foreach (var partner in watch?.Waiting() ?? [])
        {
            jobs.Create(Job.FromExpression<FolderJob>(job => job.RunAsync(partner, CancellationToken.None)), new EnqueuedState());
        }

        RecordDue(installation.Clock.GetUtcNow());
        foreach (var slot in installation.Slots.Due().Where(s => Retry.IsTime(s, installation.Clock.GetUtcNow()) || WasCutOff(s)))
        {
            jobs.Create(Job.FromExpression<SlotJob>(job => job.RunAsync(slot.SlotId, CancellationToken.None)), new EnqueuedState());
        }
    }

    // A slot waits after a fault, and being killed is none: what was begun before this process, by the slot or by a person, is finished at once.
    private bool WasCutOff(SlotRow slot) =>
        slot.Kind == SlotKind.Publish && Instant.Read(slot.StartedAt!) < _started && installation.Publications.Find(slot.Subject) is { CompletedAt: null };

    private void RecordDue(DateTimeOffset now)
    {
        var calendar = installation.Calendar;
        if (firstQuarter() is { } first)
        {
            foreach (var period in calendar.DraftedBy(first, now))
            {
                installation.Slots.Require(SlotKind.Draft, period.ToString(), calendar.DraftAt(period));
            }
        }

        // Whoever made a draft, its publication has a date.
        foreach (var draft in installation.Drafts.Open().Where(d => installation.Publications.Find(d.ReleaseId)?.CompletedAt is null))
        {
            installation.Slots.Require(SlotKind.Publish, draft.ReleaseId, Instant.Read(draft.PublishAt));
        }

        // The last night that is over, though the program may have been down in it: one look makes up for all that were missed.
        var today = calendar.DayOf(now);
        var night = calendar.ReconcileAt(today) <= now ? today : today.AddDays(-1);
        installation.Slots.Require(SlotKind.Reconcile, night.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), calendar.ReconcileAt(night));

        // Of reminders, too, the last is enough: it says how things stand then.
        if (installation.Settings.Reminders is { IsOn: true, At: var at })
        {
            var morning = calendar.Moment(today, at) <= now ? today : today.AddDays(-1);
            installation.Slots.Require(SlotKind.Remind, morning.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), calendar.Moment(morning, at));
        }
    }
}
