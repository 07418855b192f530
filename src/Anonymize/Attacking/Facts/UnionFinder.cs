using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking.Facts;

/// <summary>
/// Labels that stand for several others, in the same table or in another: pooled rows that name their members, ages from and to, a year and its quarters,
/// levels of a declared hierarchy.
/// </summary>
internal static class UnionFinder
{
    public static IReadOnlyList<Relation> Find(CellSystem system, IReadOnlyList<int> tables)
    {
        var groups = new Dictionary<(string Variable, string Others), Dictionary<string, UnionLabel>>();
        foreach (var table in tables)
        {
            var read = system.Tables[table].Table;
            for (var i = 0; i < read.Cells.Count; i++)
            {
                foreach (var label in read.Cells[i].At.Where(c => !c.IsTotal))
                {
                    var variable = LabelText.Key(label.Variable);
                    var at = (variable, TableIndex.Without(read.Cells[i].At, variable));
                    if (!groups.TryGetValue(at, out var labels))
                    {
                        groups.Add(at, labels = new(StringComparer.Ordinal));
                    }

                    if (!labels.TryGetValue(label.Key, out var entry))
                    {
                        var leaves = read.Leaves.TryGetValue((variable, label.Key), out var declared) ? declared : LeafSets.Of(label.Key);
                        labels.Add(label.Key, entry = new UnionLabel(system.CellOf[table][i], [.. leaves], []));
                    }

                    entry.Tables.Add(table);
                }
            }
        }

        return [.. groups.SelectMany(g => InGroup(system, g.Key.Variable, g.Value))];
    }

    /// <summary>Whether some of the sets, disjoint, are together the set; the finest of them are asked for.</summary>
    public static bool Cover(IReadOnlyList<string> set, IReadOnlyList<IReadOnlyList<string>> sets, out int[] members)
    {
        var whole = set.ToHashSet(StringComparer.Ordinal);
        int[] inside = [.. Enumerable.Range(0, sets.Count).Where(i => sets[i].Count < whole.Count && sets[i].All(whole.Contains))];
        members = [.. inside.Where(i => !inside.Any(j => sets[j].Count < sets[i].Count && sets[j].All(l => sets[i].Contains(l, StringComparer.Ordinal))))];
        var taken = members.SelectMany(i => sets[i]).ToArray();
        return members.Length > 1 && taken.Length == whole.Count && taken.Distinct(StringComparer.Ordinal).Count() == whole.Count;
    }

    private static IEnumerable<Relation> InGroup(CellSystem system, string variable, Dictionary<string, UnionLabel> labels)
    {
        ListMembers(labels);
        foreach (var (key, union) in labels.Where(l => l.Value.Leaves.Length > 1))
        {
            var others = labels.Where(l => l.Key != key).Select(l => l.Value).ToArray();
            var seen = new HashSet<string>(StringComparer.Ordinal);

            // The rows of one table fit together; labels of all tables may too, where each table shows a part.
            foreach (var table in others.SelectMany(o => o.Tables).Distinct().Order().Select(t => (int?)t).Append(null))
            {
                var candidates = others.Where(o => table is not { } t || o.Tables.Contains(t)).ToArray();
                if (!Cover(union.Leaves, [.. candidates.Select(c => c.Leaves)], out var members) || !seen.Add(string.Join(',', members.Select(m => candidates[m].Cell).Order())))
                {
                    continue;
                }

                int[] parts = [.. members.Select(m => candidates[m].Cell)];
                var isNews = !system.Cells[union.Cell].IsKnown || parts.Any(p => !system.Cells[p].IsKnown);
                if (isNews && Evidence.Of(system.Cells[union.Cell], parts.Select(p => system.Cells[p])).Differ == 0)
                {
                    yield return new Relation([(union.Cell, 1), .. parts.Select(p => (p, -1))], 0, 0, RelationKind.Union, union.Tables.Min(), variable, 1);
                }
            }
        }
    }

    /// <summary>"Farming, fishing, unknown" beside Farming, Fishing and Unknown names its members.</summary>
    private static void ListMembers(Dictionary<string, UnionLabel> labels)
    {
        foreach (var key in labels.Keys.Where(k => k.Contains(", ", StringComparison.Ordinal)).ToArray())
        {
            var members = key.Split(", ");
            if (members.All(labels.ContainsKey))
            {
                labels[key] = labels[key] with { Leaves = members };
            }
        }
    }

    private sealed record UnionLabel(int Cell, string[] Leaves, HashSet<int> Tables);
}
