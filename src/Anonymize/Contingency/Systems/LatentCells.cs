namespace Anonymize.Contingency.Systems;

/// <summary>
/// Cells that nobody prints, of crossings of few variables (R9): tables that lie over the same persons settle some of them together, although none of them shows one.
/// </summary>
internal static class LatentCells
{
    /// <summary>Cells that a system is asked to judge beside those in print.</summary>
    private const long Limit = 200_000;

    /// <summary>The cells of every crossing of at most so many variables, of the categories in print; made where they are new. Null where there are too many.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="tables">Tables in print, now or earlier.</param>
    /// <param name="used">Names of the grid's variables.</param>
    /// <param name="variables">At most so many are crossed; 0 for no cells.</param>
    public static IReadOnlyList<int>? Of(CellGrid grid, IReadOnlyList<ContingencyTable> tables, string[] used, int variables)
    {
        var nodes = used.Select((name, v) => NodesOf(grid, tables, name, v, variables)).ToArray();
        if (variables > 0 && Count(nodes, variables) > Limit)
        {
            return null;
        }

        var cells = new List<int>();
        Add(0, variables, [.. grid.Variables.Select(v => v.Whole)]);
        return cells;

        void Add(int first, int left, int[] at)
        {
            for (var v = first; left > 0 && v < nodes.Length; v++)
            {
                foreach (var (node, weight) in nodes[v].Where(n => n.Weight <= left))
                {
                    var crossed = (int[])at.Clone();
                    crossed[v] = node;
                    cells.Add(grid.Cell(crossed));
                    Add(v + 1, left - weight, crossed);
                }
            }
        }
    }

    /// <summary>Categories in print, and where persons have several what these have in common: each of them counts as a variable.</summary>
    private static (int Node, int Weight)[] NodesOf(CellGrid grid, IReadOnlyList<ContingencyTable> tables, string name, int v, int most)
    {
        var found = new SortedSet<int>();
        foreach (var table in tables)
        {
            var by = table.Spec.By.ToList().IndexOf(name);
            found.UnionWith(by < 0 ? [grid.Variables[v].Node(table.Population[v])] : table.Leaves[by].Select(grid.Variables[v].Node));
        }

        found.Remove(grid.Variables[v].Whole);
        return grid.Variables[v] is { HasSets: true } of
            ? [.. Overlaps.Of(found.Select(n => of.ClassesOf[n]), most).Select(o => (of.NodeOf(o.Set), o.Categories))]
            : [.. found.Select(n => (n, 1))];
    }

    private static long Count((int Node, int Weight)[][] nodes, int variables)
    {
        // Crossings of exactly so many of the first variables.
        var counts = new long[variables + 1];
        counts[0] = 1;
        foreach (var own in nodes)
        {
            for (var size = variables; size > 0; size--)
            {
                foreach (var (weight, number) in own.Where(n => n.Weight <= size).CountBy(n => n.Weight))
                {
                    counts[size] = Math.Min(counts[size] + (counts[size - weight] * number), Limit + 1);
                }
            }
        }

        return counts.Sum();
    }
}
