using Host.Composition;
using Host.Drafting;
using Publication.Releases;

namespace Host.Quarters;

/// <summary>The periods of an installation: from its first quarter to the present one, and the years whose four quarters are its own.</summary>
internal static class QuarterBoard
{
    /// <returns>Newest first; none before the first upload.</returns>
    public static IReadOnlyList<ReleasePeriod> Periods(ReleaseDesk desk)
    {
        var installation = desk.Installation;
        if (FirstQuarter.Of(installation, desk.Store) is not { } first)
        {
            return [];
        }

        var periods = new List<ReleasePeriod>();
        var today = installation.Calendar.DayOf(installation.Clock.GetUtcNow());
        for (var quarter = first; quarter.Start <= today; quarter = ReleasePeriod.QuarterOf(quarter.End.AddDays(1)))
        {
            periods.Add(quarter);
            if (quarter.Quarter == 4 && first <= ReleasePeriod.OfQuarter(quarter.Year, 1))
            {
                periods.Add(ReleasePeriod.OfYear(quarter.Year));
            }
        }

        periods.Reverse();
        return periods;
    }

    /// <summary>Periods of the same kind before one, the nearest first.</summary>
    public static IEnumerable<ReleasePeriod> Before(ReleasePeriod period, int count)
    {
        for (var i = 0; i < count; i++)
        {
            period = period.IsYear ? ReleasePeriod.OfYear(period.Year - 1) : ReleasePeriod.QuarterOf(period.Start.AddDays(-1));
            yield return period;
        }
    }
}
