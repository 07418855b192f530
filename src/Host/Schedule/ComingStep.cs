using System.Globalization;
using Host.Composition;
using Host.Jobs;
using Host.Quarters;

namespace Host.Schedule;

/// <summary>Something that the calendar has for a moment to come.</summary>
/// <param name="Kind">One of <see cref="SlotKind"/>, or <see cref="CutOff"/>.</param>
/// <param name="Subject">Of which period or day.</param>
/// <param name="At">When.</param>
internal sealed record ComingStep(string Kind, string Subject, DateTimeOffset At)
{
    /// <summary>The last day of records of a period is over; no slot, since nothing is done then.</summary>
    public const string CutOff = "cut-off";

    /// <summary>In order of time: of every period that is not published its steps to come, and the next night and morning.</summary>
    public static IReadOnlyList<ComingStep> Of(ReleaseDesk desk)
    {
        var installation = desk.Installation;
        var now = installation.Clock.GetUtcNow();
        return
        [
            .. QuarterBoard.Periods(desk).SelectMany(p => StepsOf(QuarterLine.Of(p, installation), installation.Calendar)).Concat(EveryDay(installation, now))
                .Where(s => s.At > now).OrderBy(s => s.At).ThenBy(s => s.Subject, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ComingStep> StepsOf(QuarterLine line, ReleaseCalendar calendar)
    {
        var period = line.Period.ToString();
        return line.Stage switch
        {
            QuarterStage.Collecting or QuarterStage.Closed =>
            [
                new(CutOff, period, calendar.ClosedAt(line.Period)),
                new(SlotKind.Draft, period, calendar.DraftAt(line.Period)),
                new(SlotKind.Publish, period, calendar.PublishAt(line.Period)),
            ],
            QuarterStage.Drafted or QuarterStage.Submitted or QuarterStage.Approved or QuarterStage.Scheduled => [new(SlotKind.Publish, period, line.At)],
            QuarterStage.Omitted or QuarterStage.Published or QuarterStage.Withdrawn => [],
            _ => throw new InvalidOperationException($"Stage {line.Stage} is not known."),
        };
    }

    private static IEnumerable<ComingStep> EveryDay(Installation installation, DateTimeOffset now)
    {
        var calendar = installation.Calendar;
        var today = calendar.DayOf(now);
        yield return Next(SlotKind.Reconcile, calendar.ReconcileAt);
        if (installation.Settings.Reminders is { IsOn: true, At: var at })
        {
            yield return Next(SlotKind.Remind, day => calendar.Moment(day, at));
        }

        ComingStep Next(string kind, Func<DateOnly, DateTimeOffset> on)
        {
            var day = on(today) > now ? today : today.AddDays(1);
            return new ComingStep(kind, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), on(day));
        }
    }
}
