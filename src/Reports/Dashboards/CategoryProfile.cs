namespace Reports.Dashboards;

/// <summary>The row of a crossed table that counts a category, with the heads of its columns.</summary>
/// <param name="TableId">The table.</param>
/// <param name="Title">Title of the table.</param>
/// <param name="PeriodName">In words.</param>
/// <param name="RowLabel">Head of the row.</param>
/// <param name="IsAlone">The row counts nothing but the category.</param>
/// <param name="Columns">Heads, as many as <paramref name="Cells"/>.</param>
/// <param name="Cells">Figures or marks.</param>
public sealed record CategoryProfile(
    string TableId, string Title, string PeriodName, string RowLabel, bool IsAlone, IReadOnlyList<string> Columns, IReadOnlyList<DashboardCell> Cells);
