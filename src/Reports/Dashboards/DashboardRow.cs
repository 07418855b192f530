namespace Reports.Dashboards;

/// <summary>One row of a table on the page.</summary>
/// <param name="Code">As in the tidy file.</param>
/// <param name="Label">Head of the row; a pooled row names its members.</param>
/// <param name="Members">Codes of the categories it counts; none for the Total.</param>
/// <param name="IsTotal">The row counts everybody.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Bar">Length of the row's bar, 0 to 1 of the longest; null where there is no figure to draw.</param>
public sealed record DashboardRow(string Code, string Label, IReadOnlyList<string> Members, bool IsTotal, IReadOnlyList<DashboardCell> Cells, double? Bar);
