using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// The cells of a table that the rules judge: everything it prints, and everything its definition declares, so that the members of a pooled
/// row and the categories of a coarsened one stay protected although no cell of theirs is printed.
/// </summary>
internal static class GuardedCells
{
    /// <summary>Every combination of printed rows and declared categories over the axes, each cell once.</summary>
    public static IEnumerable<CellDefinition> Of(TableDesign design) =>
        Combine(design, _ => true).Select(nodes => new CellDefinition(design.Population, nodes)).Distinct();

    /// <summary>
    /// Pairs (u, v) of rule R3: v is u restricted to one category, or to one printed row, of the sensitive axis. A row that stands for all
    /// categories restricts nothing and is left out.
    /// </summary>
    public static IEnumerable<(CellDefinition Whole, CellDefinition Part)> AttributePairs(TableDesign design)
    {
        for (var a = 0; a < design.Axes.Count; a++)
        {
            var axis = design.Axes[a];
            if (axis.Role != VariableRole.Sensitive)
            {
                continue;
            }

            var parts = (axis.DeclaresRows ? [] : axis.Declared.Select(d => d.Node))
                .Concat(axis.Rows.Where(r => !r.IsTotal && r.Members.Count < axis.Declared.Count).Select(r => r.Node!))
                .Distinct()
                .ToArray();
            if (axis.Declared.Count < 2)
            {
                continue;
            }

            foreach (var rest in Combine(design, other => other != a))
            {
                var whole = new CellDefinition(design.Population, rest);
                foreach (var part in parts)
                {
                    yield return (whole, new CellDefinition(design.Population, [.. rest, part]));
                }
            }
        }
    }

    /// <summary>
    /// What a crossed table counts but does not print: each category inside a row of another table's layout, in every printed or declared cell of
    /// the other axes. With the other axes at their Total it is a cell of that other table, and guarded there.
    /// </summary>
    public static IEnumerable<CellDefinition> Latent(TableDesign design) =>
        from a in Enumerable.Range(0, design.Axes.Count)
        where design.Axes[a].DeclaresRows
        from member in design.Axes[a].Declared
        where !design.Axes[a].Rows.Any(r => r.Members is [var only] && string.Equals(only, member.Code, StringComparison.Ordinal))
        from rest in Combine(design, other => other != a)
        where rest.Length > design.Where.Count
        select new CellDefinition(design.Population, [.. rest, member.Node]);

    /// <summary>For each pooled row of an axis with a layout of its own: the cells of its members, other axes at their Total.</summary>
    public static IEnumerable<IReadOnlyList<CellDefinition>> Pools(TableDesign design) =>
        from axis in design.Axes
        where axis is { DeclaresRows: false, IsAdditive: true }
        from row in axis.Rows
        where row.IsPooled
        select axis.Declared
            .Where(d => row.Members.Contains(d.Code, StringComparer.Ordinal))
            .Select(d => new CellDefinition(design.Population, [.. design.Where, d.Node]))
            .ToArray();

    private static List<Node[]> Combine(TableDesign design, Func<int, bool> crosses)
    {
        var combinations = new List<Node[]> { design.Where.ToArray() };
        for (var a = 0; a < design.Axes.Count; a++)
        {
            if (!crosses(a))
            {
                continue;
            }

            var axis = design.Axes[a];
            var nodes = axis.Rows.Where(r => !r.IsTotal).Select(r => r.Node!)
                .Concat(axis.DeclaresRows ? [] : axis.Declared.Select(d => d.Node))
                .Distinct()
                .ToArray();
            combinations = [.. combinations.SelectMany(c => nodes.Select(n => (Node[])[.. c, n]).Prepend(c))];
        }

        return combinations;
    }
}
