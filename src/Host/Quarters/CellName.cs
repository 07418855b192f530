using Publication.Tables;

namespace Host.Quarters;

/// <summary>A cell of a table in words: the heads of its rows, the totals left out.</summary>
internal static class CellName
{
    public static Text Of(TableDesign design, int cell)
    {
        AxisRow[] rows = [.. Enumerable.Range(0, design.Axes.Count).Select(a => design.Axes[a].Rows[design.RowOf(cell, a)])];
        AxisRow[] named = Array.Exists(rows, r => !r.IsTotal) ? Array.FindAll(rows, r => !r.IsTotal) : rows[..1];
        return new Text(Join(named, Language.Tr), Join(named, Language.En));
    }

    /// <summary>The same cell in tables of other periods: its categories; null where a row of it counts several.</summary>
    public static string? KeyOf(TableDesign design, int cell)
    {
        AxisRow[] rows = [.. Enumerable.Range(0, design.Axes.Count).Select(a => design.Axes[a].Rows[design.RowOf(cell, a)])];
        return Array.Exists(rows, r => r.IsPooled) ? null : string.Join('×', rows.Select(r => r.IsTotal ? AxisRow.TotalCode : r.Members[0]));
    }

    private static string Join(IEnumerable<AxisRow> rows, Language language) => string.Join(" × ", rows.Select(r => r.Label.In(language)));
}
