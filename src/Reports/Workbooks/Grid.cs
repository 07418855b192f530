using System.Collections.ObjectModel;
using Publication.Tables;

namespace Reports.Workbooks;

/// <summary>A table as it is printed on a sheet: one header row, heads of rows in the first column, figures in the others.</summary>
internal sealed class Grid
{
    public Grid(string labelHeader, IEnumerable<GridColumn> columns, IEnumerable<GridRow> rows)
    {
        LabelHeader = labelHeader;
        Columns = new ReadOnlyCollection<GridColumn>([.. columns]);
        Rows = new ReadOnlyCollection<GridRow>([.. rows]);
    }

    public string LabelHeader { get; }

    public IReadOnlyList<GridColumn> Columns { get; }

    public IReadOnlyList<GridRow> Rows { get; }

    /// <summary>The marks that stand in it, strictest first.</summary>
    public IReadOnlyList<CellState> Marks =>
    [
        .. new[] { CellState.Hidden, CellState.NotAvailable, CellState.NotApplicable }
            .Where(s => Rows.Any(r => r.Figures.Any(f => f.State == s))),
    ];
}
