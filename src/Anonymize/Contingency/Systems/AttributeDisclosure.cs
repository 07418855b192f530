using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>Attribute disclosure by sensitive variables (R3): whoever belongs to the few outside a category learns about all the rest.</summary>
/// <param name="rules">The rules.</param>
/// <param name="grid">The cells.</param>
/// <param name="trees">Its variables.</param>
/// <param name="tables">Tables that are printed, now or earlier.</param>
/// <param name="settled">Cells that were shown earlier: what two of them say nobody can take back.</param>
internal sealed class AttributeDisclosure(ContingencyRules rules, CellGrid grid, VariableTree[] trees, IReadOnlyList<ContingencyTable> tables, IReadOnlySet<int> settled)
{
    /// <summary>Groups of which at most kappa lie outside one category. What must stay possible is said of those outside: cells that nobody prints, made here.</summary>
    /// <param name="columns">[column] persons in question.</param>
    public IEnumerable<Requirement> Requirements(long[] columns)
    {
        if (rules.Kappa < 0)
        {
            yield break;
        }

        var values = grid.Sum(columns);
        var seen = new HashSet<int>();
        foreach (var table in tables)
        {
            foreach (var (b, name) in table.Spec.By.Index())
            {
                var variable = Array.FindIndex(trees, t => string.Equals(t.Spec.Name, name, StringComparison.Ordinal));
                if (trees[variable].Spec.Role != VariableSpecRole.Sensitive)
                {
                    continue;
                }

                var sets = table.Leaves[b].Select(l => l.ToHashSet()).ToArray();
                for (var whole = 0; whole < table.Cells.Length; whole++)
                {
                    foreach (var (part, category) in table.Along(whole, b))
                    {
                        var outside = values[table.Cells[whole]] - values[table.Cells[part]];
                        var of = table.CategoryAt(whole, b);
                        if (table.IsMember is { Length: > 0 } members && (members[whole] || members[part]))
                        {
                            continue;
                        }

                        if (values[table.Cells[whole]] < 1 || outside > rules.Kappa || !sets[category].IsProperSubsetOf(sets[of])
                            || (settled.Contains(table.Cells[whole]) && settled.Contains(table.Cells[part])))
                        {
                            continue;
                        }

                        var nodes = grid.NodesOf(table.Cells[whole]);
                        nodes[variable] = grid.Variables[variable].Node([.. table.Leaves[b][of].Except(table.Leaves[b][category])]);
                        if (grid.Cell(nodes) is var cell && seen.Add(cell))
                        {
                            yield return new Requirement(cell, 0, rules.Kappa + 1 + rules.Slack - outside, 1) { IsOfOthers = true };
                        }
                    }
                }
            }
        }
    }
}
