namespace Publication.Tables;

/// <summary>
/// How much a table tells, computed from its shown figures alone. Persons are counted by the finest printed cells (no Total on any axis);
/// where a person may be counted in several answers, shown cells do not say how many persons they cover, and there is no measure.
/// </summary>
internal static class DetailMeasure
{
    /// <summary>Share of the persons in cells that count one declared category, or where the table declares the rows of another table's layout one of those rows or a union of them.</summary>
    public static decimal? PersonsShownShare(PublishedTable table) => Mean(table, (axis, row) => axis.DeclaredIn(row), members => members == 1 ? 1m : 0m);

    /// <summary>Mean over persons of 1 ÷ categories in the cell that counts them: a pooled row is as coarse in a crossed table as in the one whose layout it is.</summary>
    public static decimal? Detail(PublishedTable table) => Mean(table, (_, row) => row.Members.Count, members => 1m / members);

    /// <summary>The same with a pooled row of a crossed table counted as one category: what releases said before.</summary>
    public static decimal? DetailByRows(PublishedTable table) => Mean(table, (axis, row) => axis.DeclaredIn(row), members => 1m / members);

    private static decimal? Mean(PublishedTable table, Func<Axis, AxisRow, int> countsIn, Func<int, decimal> worth)
    {
        var design = table.Design;
        var score = 0m;
        if (design.Axes.Any(a => !a.IsAdditive) || Persons(table) is not { } persons)
        {
            return null;
        }

        for (var cell = 0; cell < design.CellCount; cell++)
        {
            var members = 1;
            for (var a = 0; a < design.Axes.Count; a++)
            {
                members *= countsIn(design.Axes[a], design.Axes[a].Rows[design.RowOf(cell, a)]);
            }

            if (members == 0 || !table.Cells[cell].IsShown)
            {
                continue;
            }

            score += table.Cells[cell].Value * worth(members);
        }

        return persons == 0 ? 1m : Math.Round(score / persons, 4, MidpointRounding.ToEven);
    }

    private static long? Persons(PublishedTable table)
    {
        var design = table.Design;
        for (var cell = 0; cell < design.CellCount; cell++)
        {
            var isTotal = true;
            for (var a = 0; a < design.Axes.Count; a++)
            {
                isTotal &= design.Axes[a].Rows[design.RowOf(cell, a)].IsTotal;
            }

            if (isTotal)
            {
                return table.Cells[cell].IsShown ? table.Cells[cell].Value : null;
            }
        }

        return null;
    }
}
