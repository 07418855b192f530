using Publication.Tables;

namespace Host.Verifying;

/// <summary>Adds up what a release shows: parts and totals must agree, and one definition has one figure.</summary>
internal static class Additivity
{
    /// <summary>Sums that do not come out, as <c>table axis cell</c>; and the number of sums looked at.</summary>
    public static (int Checked, IReadOnlyList<string> Wrong) Sums(PublishedTable table)
    {
        var wrong = new List<string>();
        var looked = 0;
        var design = table.Design;
        for (var a = 0; a < design.Axes.Count; a++)
        {
            var axis = design.Axes[a];
            var total = Enumerable.Range(0, axis.Rows.Count).FirstOrDefault(r => axis.Rows[r].IsTotal, -1);
            if (total < 0)
            {
                continue;
            }

            foreach (var cell in Enumerable.Range(0, design.CellCount).Where(c => design.RowOf(c, a) == total && table.Cells[c].IsShown))
            {
                looked++;
                if (!Agrees(table, a, cell))
                {
                    wrong.Add($"{design.Id} {axis.Variable} {design.DefinitionOf(cell).Key}");
                }
            }
        }

        return (looked, wrong);
    }

    /// <summary>Definitions that have two states or figures in the release.</summary>
    public static IReadOnlyList<string> Contradictions(IEnumerable<PublishedTable> tables)
    {
        var seen = new Dictionary<CellDefinition, PublishedCell>();
        var wrong = new List<string>();
        foreach (var table in tables)
        {
            for (var cell = 0; cell < table.Design.CellCount; cell++)
            {
                var definition = table.Design.DefinitionOf(cell);
                if (!seen.TryAdd(definition, table.Cells[cell]) && seen[definition] != table.Cells[cell])
                {
                    wrong.Add(definition.Key);
                }
            }
        }

        return wrong;
    }

    private static bool Agrees(PublishedTable table, int axis, int totalCell)
    {
        var design = table.Design;
        var rows = Enumerable.Range(0, design.Axes.Count).Select(a => design.RowOf(totalCell, a)).ToArray();
        var total = (long)table.Cells[totalCell].Value;
        long sum = 0;
        var allShown = true;
        for (var row = 0; row < design.Axes[axis].Rows.Count; row++)
        {
            if (design.Axes[axis].Rows[row].IsTotal)
            {
                continue;
            }

            rows[axis] = row;
            var part = table.Cells[design.CellAt(rows)];
            if (!part.IsShown)
            {
                // A combination that cannot occur counts nobody; anything else not shown may count somebody.
                allShown &= part.State == CellState.NotApplicable;
                continue;
            }

            if (!design.Axes[axis].IsAdditive && part.Value > total)
            {
                return false;
            }

            sum += part.Value;
        }

        return !design.Axes[axis].IsAdditive || (allShown ? sum == total || !Covers(design.Axes[axis]) : sum <= total);
    }

    // Rows may leave categories out that their table does not show; then they may add up to less than the Total.
    private static bool Covers(Axis axis) =>
        axis.Declared.SelectMany(d => d.Node.Leaves).ToHashSet(StringComparer.Ordinal)
            .SetEquals(axis.Rows.Where(r => r.Node is not null).SelectMany(r => r.Node!.Leaves));
}
