namespace Anonymize.Contingency.Systems;

/// <summary>Parts of a system that have nothing to do with each other: no chain of relations between cells that may differ connects them.</summary>
internal static class Components
{
    /// <summary>[cell] a cell that stands for its part, the same for all of it. What is known to everybody connects nothing.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="isUnknown">[cell] may differ from the truth in an alternative.</param>
    public static int[] PartsOf(ContingencySystem system, Func<int, bool> isUnknown)
    {
        var parent = Enumerable.Range(0, system.Count).ToArray();
        foreach (var relation in system.Grid.Relations)
        {
            var first = -1;
            foreach (var cell in relation.Parts.Append(relation.Whole).Where(c => system.MayMove(c) && isUnknown(c)))
            {
                first = first < 0 ? cell : first;
                parent[Root(cell)] = Root(first);
            }
        }

        return [.. Enumerable.Range(0, system.Count).Select(Root)];

        int Root(int cell)
        {
            while (parent[cell] != cell)
            {
                cell = parent[cell] = parent[parent[cell]];
            }

            return cell;
        }
    }

    /// <summary>Number of parts that hold a hidden cell.</summary>
    public static int Of(ContingencySystem system, bool[] isHidden)
    {
        var parts = PartsOf(system, c => isHidden[c] || !system.IsPrinted[c]);
        return parts.Where((_, cell) => isHidden[cell]).Distinct().Count();
    }
}
