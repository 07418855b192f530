using Host.Composition;
using Host.Schedule;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>The first quarter that an installation publishes: the setting, else the earliest that was not closed yet on the day of its first upload.</summary>
internal static class FirstQuarter
{
    public static ReleasePeriod? Of(Installation installation, CaseStore store)
    {
        if (ReleasePeriod.TryParse(installation.Settings.Calendar.FirstQuarter, out var set))
        {
            return set;
        }

        return store.Uploads().TryGet(out var uploads) && uploads is [var first, ..]
            ? OpenOn(installation.Calendar.DayOf(first.Receipt.AcceptedAt), installation.Calendar)
            : null;
    }

    // Partners hand over a quarter in the weeks after its end, so that the first upload is usually of the quarter before.
    private static ReleasePeriod OpenOn(DateOnly day, ReleaseCalendar calendar)
    {
        var quarter = ReleasePeriod.QuarterOf(day);
        var before = ReleasePeriod.QuarterOf(quarter.Start.AddDays(-1));
        return day <= calendar.CutOff(before) ? before : quarter;
    }
}
