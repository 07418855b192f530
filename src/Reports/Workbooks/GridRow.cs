using Reports.Indicators;

namespace Reports.Workbooks;

/// <summary>A row: its head, and one figure for each column.</summary>
internal sealed record GridRow(string Label, IReadOnlyList<Figure> Figures, bool IsTotal);
