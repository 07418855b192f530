using Host.Composition;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>The first quarter that an installation publishes: the setting, else the quarter of its first upload.</summary>
internal static class FirstQuarter
{
    public static ReleasePeriod? Of(Installation installation, CaseStore store)
    {
        if (ReleasePeriod.TryParse(installation.Settings.Calendar.FirstQuarter, out var set))
        {
            return set;
        }

        return store.Uploads().TryGet(out var uploads) && uploads is [var first, ..]
            ? ReleasePeriod.QuarterOf(installation.Calendar.DayOf(first.Receipt.AcceptedAt))
            : null;
    }
}
