using Anonymize.Layouts;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Planning;

/// <summary>Table plans and chosen layouts → table designs.</summary>
internal static class TableDesigns
{
    public static TableDesign Build(
        TablePlan table, IReadOnlyList<TablePlan> all, IReadOnlyDictionary<string, Layout> layouts, RecordView view, RuleSet rules, IReadOnlySet<string> refusedRows)
    {
        var axes = table.Axes.Select((axis, a) => AxisOf(table, axis, a, all, layouts)).ToArray();
        if (axes is [{ DeclaresRows: true }, { } columns])
        {
            var rows = axes[0].Rows.Where(r => !r.IsTotal).Select(r => r.Members).ToArray();
            axes[0] = AxisRows.Build(table.Axes[0], new CrossedRows(view, rules).Choose(table, rows, columns, refusedRows), declaresRows: true);
        }

        return new TableDesign(table.Id, table.Title, table.Population, table.Where, axes);
    }

    /// <summary>The table whose cells are all rows of chosen layouts: nothing in it is left to suppression.</summary>
    public static bool IsSettled(TablePlan table, IReadOnlyDictionary<string, Layout> layouts) =>
        table.Axes.Count == 1 && layouts.ContainsKey(new LayoutSlot(table, 0).Key);

    private static Axis AxisOf(TablePlan table, AxisPlan axis, int position, IReadOnlyList<TablePlan> all, IReadOnlyDictionary<string, Layout> layouts)
    {
        if (axis.Layout != AxisLayout.RowsOf)
        {
            return layouts.TryGetValue(new LayoutSlot(table, position).Key, out var layout) ? AxisRows.Build(axis, layout.Rows) : AxisRows.Fixed(axis);
        }

        var source = all.First(t => string.Equals(t.Id, axis.RowsOf, StringComparison.Ordinal));
        return layouts.TryGetValue(new LayoutSlot(source, 0).Key, out var rows) ? AxisRows.Build(axis, rows.Rows, declaresRows: true) : AxisRows.Fixed(axis);
    }
}
