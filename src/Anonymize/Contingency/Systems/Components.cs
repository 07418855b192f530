namespace Anonymize.Contingency.Systems;

/// <summary>Parts of a system that have nothing to do with each other: hidden cells that no chain of relations between unknown cells connects.</summary>
internal static class Components
{
    /// <summary>Number of parts that hold a hidden cell.</summary>
    public static int Of(ContingencySystem system, bool[] isHidden)
    {
        var parent = Enumerable.Range(0, system.Count).ToArray();
        foreach (var relation in system.Grid.Relations)
        {
            var first = -1;
            foreach (var cell in relation.Parts.Append(relation.Whole).Where(c => isHidden[c] || !system.IsPrinted[c]))
            {
                first = first < 0 ? cell : first;
                parent[Root(cell)] = Root(first);
            }
        }

        return Enumerable.Range(0, system.Count).Where(c => isHidden[c]).Select(Root).Distinct().Count();

        int Root(int cell)
        {
            while (parent[cell] != cell)
            {
                cell = parent[cell] = parent[parent[cell]];
            }

            return cell;
        }
    }
}
