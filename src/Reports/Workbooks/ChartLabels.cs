using Publication.Tables;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>
/// Names of the bars of a native chart. A spreadsheet draws a marked cell as nothing at all, which looks like zero; so the name of a category
/// with a figure that is not shown carries the mark.
/// </summary>
internal static class ChartLabels
{
    /// <summary>Positions of the rows that are drawn: all but the Total.</summary>
    public static IReadOnlyList<int> RowsOf(TableView view) => [.. Enumerable.Range(0, view.RowCount).Where(r => !view.RowAxis.Rows[r].IsTotal)];

    /// <summary>Positions of the columns that are drawn: all but the Total; the only one of a one-way table.</summary>
    public static IReadOnlyList<int> ColumnsOf(TableView view) =>
        [.. Enumerable.Range(0, view.ColumnCount).Where(c => view.ColumnAxis is not { } axis || !axis.Rows[c].IsTotal)];

    public static string Of(TableView view, int row) =>
        MarkOf(view, row) is { } state ? $"{view.RowLabel(row)} {Shorthand.Of(state)}" : view.RowLabel(row);

    /// <summary>Number of drawn figures that are hidden.</summary>
    public static int HiddenIn(TableView view) => RowsOf(view).Sum(r => ColumnsOf(view).Count(c => view.At(r, c).State == CellState.Hidden));

    /// <summary>The strictest mark in the row, or null where every figure is shown.</summary>
    public static CellState? MarkOf(TableView view, int row)
    {
        var states = ColumnsOf(view).Select(c => view.At(row, c).State).ToHashSet();
        foreach (var state in new[] { CellState.Hidden, CellState.NotAvailable, CellState.NotApplicable })
        {
            if (states.Contains(state))
            {
                return state;
            }
        }

        return null;
    }
}
