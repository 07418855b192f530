using Publication.Releases;

namespace Reports.Dashboards;

/// <summary>What one release says of a category.</summary>
/// <param name="ReleaseId">The release.</param>
/// <param name="Period">Its period.</param>
/// <param name="PeriodName">In words.</param>
/// <param name="RowLabel">Head of the row that counts the category.</param>
/// <param name="IsAlone">The row counts nothing else.</param>
/// <param name="Count">The row's figure or mark.</param>
/// <param name="Share">Of the table's total, or a mark.</param>
/// <param name="Bar">Length, 0 to 1 of the longest figure of the category alone; null where the figure is not shown or counts others too.</param>
public sealed record CategoryPoint(
    string ReleaseId, ReleasePeriod Period, string PeriodName, string RowLabel, bool IsAlone, DashboardCell Count, DashboardCell Share, double? Bar);
