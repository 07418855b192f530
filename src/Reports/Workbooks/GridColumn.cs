namespace Reports.Workbooks;

/// <summary>A column of figures: its header, with the unit, and how it prints.</summary>
internal sealed record GridColumn(string Header, FigureFormat Format);
