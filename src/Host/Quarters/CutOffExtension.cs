using System.Globalization;
using Host.Composition;
using Host.Outcomes;
using Publication.Releases;

namespace Host.Quarters;

/// <summary>A quarter that stays open for longer: how far it may be, and that it is.</summary>
internal static class CutOffExtension
{
    /// <summary>So many days after the calendar's own cut-off day, at most.</summary>
    public const int MostDays = 14;

    /// <summary>Days from which one may be chosen; none where the first is after the last.</summary>
    public static (DateOnly First, DateOnly Last) Bounds(ReleasePeriod quarter, Installation installation)
    {
        var calendar = installation.Calendar;
        var today = calendar.DayOf(installation.Clock.GetUtcNow());
        var after = calendar.CutOff(quarter).AddDays(1);
        var most = calendar.OwnCutOff(quarter).AddDays(MostDays);
        var beforePublication = calendar.PublicationDate(quarter).AddDays(-1);
        return (after > today ? after : today, most < beforePublication ? most : beforePublication);
    }

    /// <param name="quarter">No year: it closes with its fourth quarter.</param>
    /// <param name="day">New last day on which records count in it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="installation">Whose calendar it is.</param>
    /// <param name="analyst">Who has been checked.</param>
    public static Outcome<Done> Set(ReleasePeriod quarter, DateOnly day, string reason, Installation installation, string analyst)
    {
        var (first, last) = Bounds(quarter, installation);
        return day < first || day > last ? new Failure(ExitCode.InvalidInput, "CutOffBounds", Write(first), Write(last))
            : reason.Trim().Length == 0 ? new Failure(ExitCode.WrongUsage, "ReasonMissing")
            : installation.CutOffs.Set(quarter, day, reason.Trim(), analyst);
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
