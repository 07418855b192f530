using Publication.Releases;

namespace Reports.Indicators;

/// <summary>The periods that a period is compared with.</summary>
internal static class PeriodSteps
{
    /// <summary>The period of the same length just before.</summary>
    public static ReleasePeriod Before(ReleasePeriod period) => period.IsYear ? ReleasePeriod.OfYear(period.Year - 1)
        : period.Quarter > 1 ? ReleasePeriod.OfQuarter(period.Year, period.Quarter - 1)
        : ReleasePeriod.OfQuarter(period.Year - 1, 4);

    /// <summary>The same quarter, or the year, one year earlier.</summary>
    public static ReleasePeriod YearBefore(ReleasePeriod period) =>
        period.IsYear ? ReleasePeriod.OfYear(period.Year - 1) : ReleasePeriod.OfQuarter(period.Year - 1, period.Quarter);

    /// <summary>Both without repetition.</summary>
    public static IReadOnlyList<ReleasePeriod> Compared(ReleasePeriod period) =>
        period.IsYear ? [Before(period)] : [Before(period), YearBefore(period)];
}
