using Host.Composition;
using Host.Schedule;
using Ingest.Catalogue;
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

        var calendar = installation.Calendar;

        // What partners say first, with records or without.
        var uploads = store.Uploads().TryGet(out var accepted) ? accepted.Where(u => u.Receipt.Content == UploadContent.Cases).Select(u => u.Receipt.AcceptedAt) : [];
        var nothing = store.NilReturns().TryGet(out var given) ? given.Select(n => n.ReportedAt) : [];
        return uploads.Take(1).Concat(nothing.Take(1)).Order().Take(1)
            .Select(at => (ReleasePeriod?)OpenOn(calendar.DayOf(at), calendar)).FirstOrDefault();
    }

    // Partners hand over a quarter in the weeks after its end, so that the first upload is usually of the quarter before.
    private static ReleasePeriod OpenOn(DateOnly day, ReleaseCalendar calendar)
    {
        var quarter = ReleasePeriod.QuarterOf(day);
        var before = ReleasePeriod.QuarterOf(quarter.Start.AddDays(-1));
        return day <= calendar.CutOff(before) ? before : quarter;
    }
}
