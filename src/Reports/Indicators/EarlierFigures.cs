using Publication.Releases;
using Publication.Tables;

namespace Reports.Indicators;

/// <summary>Finds the figure of an earlier release that counts the same thing.</summary>
internal static class EarlierFigures
{
    /// <summary>
    /// The figure of the same rows of the same table: not available where the release is missing or printed other rows. A pooled row is the same
    /// row only with the same members.
    /// </summary>
    public static Figure Find(ReleaseContent? earlier, PublishedTable table, int cell)
    {
        if (earlier?.FindTable(table.Design.Id) is not { } then || !IsSameKind(then.Design, table.Design))
        {
            return Figure.NotAvailable;
        }

        Span<int> rows = stackalloc int[then.Design.Axes.Count];
        for (var a = 0; a < rows.Length; a++)
        {
            rows[a] = FindRow(then.Design.Axes[a], table.Design.Axes[a].Rows[table.Design.RowOf(cell, a)]);
            if (rows[a] < 0)
            {
                return Figure.NotAvailable;
            }
        }

        return Figure.Of(then[rows]);
    }

    // Everything but the period must agree, else the two figures count different persons.
    private static bool IsSameKind(TableDesign then, TableDesign now) =>
        then.Axes.Count == now.Axes.Count
        && string.Equals(then.Population, now.Population, StringComparison.Ordinal)
        && then.Where.Where(n => !IsPeriod(n)).ToHashSet().SetEquals(now.Where.Where(n => !IsPeriod(n)));

    private static bool IsPeriod(Node node) => node.Leaves.All(l => ReleasePeriod.TryParse(l, out _));

    private static int FindRow(Axis axis, AxisRow row)
    {
        for (var r = 0; r < axis.Rows.Count; r++)
        {
            if (Equals(axis.Rows[r].Node, row.Node))
            {
                return r;
            }
        }

        return -1;
    }
}
