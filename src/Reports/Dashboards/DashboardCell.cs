using Publication.Tables;

namespace Reports.Dashboards;

/// <summary>A figure as it is printed: the number in the words of the language, or the mark that stands for it.</summary>
public sealed record DashboardCell(string Text, CellState State);
