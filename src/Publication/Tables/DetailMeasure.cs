namespace Publication.Tables;

/// <summary>
/// How much a table tells, computed from its shown figures alone. Persons are counted by the finest printed cells (no Total on any axis);
/// where a person may be counted in several answers, shown cells do not say how many persons they cover, and there is no measure. A table whose rows are those of another table's layout declares those rows.
/// </summary>
internal static class DetailMeasure
{
    public static decimal? PersonsShownShare(PublishedTable table) => Mean(table, members => members == 1 ? 1m : 0m);

    public static decimal? Detail(PublishedTable table) => Mean(table, members => 1m / members);

    private static decimal? Mean(PublishedTable table, Func<int, decimal> worth)
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
                members *= design.Axes[a].DeclaredIn(design.Axes[a].Rows[design.RowOf(cell, a)]);
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
