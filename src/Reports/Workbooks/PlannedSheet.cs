using Reports.Indicators;

namespace Reports.Workbooks;

/// <summary>A sheet of the workbook before it is written.</summary>
/// <param name="Name">Name on the tab.</param>
/// <param name="Title">First line.</param>
/// <param name="TableName">Name of the Excel table on it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="View">The published table behind it.</param>
/// <param name="Grid">Its rows and columns; that of the table sheet for a chart.</param>
internal sealed record PlannedSheet(string Name, string Title, string TableName, SheetKind Kind, TableView View, Grid Grid);
