namespace Publication.Tables;

/// <summary>
/// How much a table tells, computed from its shown figures alone. Persons are counted by the finest printed cells (no Total on any axis);
/// on an axis with several answers a person the measure runs over answers. A table whose rows are those of another table's layout declares those rows.
/// </summary>
internal static class DetailMeasure
{
    public static decimal? PersonsShownShare(PublishedTable table) => Mean(table, members => members == 1 ? 1m : 0m);

    public static decimal? Detail(PublishedTable table) => Mean(table, members => 1m / members);

    private static decimal? Mean(PublishedTable table, Func<int, decimal> worth)
    {
        var design = table.Design;
        var total = 0L;
        var score = 0m;
        if (Persons(table) is not { } persons)
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

            total += table.Cells[cell].Value;
            score += table.Cells[cell].Value * worth(members);
        }

        var denominator = design.Axes.All(a => a.IsAdditive) ? persons : Math.Max(total, 1);
        return denominator == 0 ? 1m : Math.Round(score / denominator, 4, MidpointRounding.ToEven);
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
