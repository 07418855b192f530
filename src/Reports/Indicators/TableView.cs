using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Wording;

namespace Reports.Indicators;

/// <summary>A table seen as rows and columns: the first axis down, the second (if any) across.</summary>
internal sealed class TableView
{
    private readonly ReportTable _table;

    public TableView(ReportTable table, Language language)
    {
        _table = table;
        Language = language;
    }

    public Language Language { get; }

    public ReportTable Table => _table;

    public bool IsCrossed => _table.Design.Axes.Count == 2;

    public Axis RowAxis => _table.Design.Axes[0];

    public Axis? ColumnAxis => IsCrossed ? _table.Design.Axes[1] : null;

    public int RowCount => RowAxis.Rows.Count;

    public int ColumnCount => ColumnAxis?.Rows.Count ?? 1;

    public string RowLabel(int row) => RowLabels.Of(RowAxis, RowAxis.Rows[row], DeclaredAxis(0), Language);

    public string ColumnLabel(int column) => ColumnAxis is { } axis
        ? RowLabels.Of(axis, axis.Rows[column], DeclaredAxis(1), Language)
        : Letters.Capitalised(_table.Unit.In(Language), Language);

    public BulletinAxis? DeclaredAxis(int axis) =>
        _table.Declared is { } declared && axis < declared.Axes.Count ? declared.Axes[axis] : null;

    public Figure At(int row, int column) => Figure.Of(_table.Published.Cells[CellAt(row, column)]);

    /// <summary>Share of the whole table's total.</summary>
    public Figure ShareAt(int row, int column) => Figure.Share(At(row, column), Total);

    /// <summary>The figure counted by Total on every axis; not available where an axis has none.</summary>
    public Figure Total => TotalRowOf(RowAxis) is { } row && (ColumnAxis is null || TotalRowOf(ColumnAxis) is not null)
        ? At(row, ColumnAxis is null ? 0 : TotalRowOf(ColumnAxis)!.Value)
        : Figure.NotAvailable;

    public static int? TotalRowOf(Axis axis)
    {
        for (var r = 0; r < axis.Rows.Count; r++)
        {
            if (axis.Rows[r].IsTotal)
            {
                return r;
            }
        }

        return null;
    }

    private int CellAt(int row, int column) => IsCrossed ? _table.Design.CellAt(row, column) : _table.Design.CellAt(row);
}
