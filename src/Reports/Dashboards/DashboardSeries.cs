namespace Reports.Dashboards;

/// <summary>A table over its last periods: what stands behind its chart over time.</summary>
/// <param name="Words">Words that stand for the chart.</param>
/// <param name="RowHead">Head of the periods.</param>
/// <param name="Columns">Heads of the figures, with units.</param>
/// <param name="Rows">One for each period, the oldest first; the bars are those of the chart.</param>
/// <param name="Marks">Meaning of each mark that stands in it.</param>
public sealed record DashboardSeries(string Words, string RowHead, IReadOnlyList<string> Columns, IReadOnlyList<DashboardRow> Rows, IReadOnlyList<string> Marks);
