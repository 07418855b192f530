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
                        labels.Add(label.Key, entry = new UnionLabel(system.CellOf[table][i], label, [.. leaves], []));
                    }

                    entry.Tables.Add(table);
                }
            }
        }

        AddUnprinted(system, groups);
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

    /// <summary>
    /// A quarter prints adults, its year prints ages: the adults of the year are printed by nobody, and yet the sum of the quarters. Such a cell joins the
    /// system where its members are printed and a cell beside it is.
    /// </summary>
    private static void AddUnprinted(CellSystem system, Dictionary<(string Variable, string Others), Dictionary<string, UnionLabel>> groups)
    {
        var unions = groups.SelectMany(g => g.Value.Select(l => (g.Key.Variable, Key: l.Key, Entry: l.Value)))
            .Where(u => u.Entry.Leaves.Length > 1 && Periods.Months(u.Entry.Label.Label).Count == 0)
            .GroupBy(u => u.Variable, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.DistinctBy(u => u.Key, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        foreach (var ((variable, _), labels) in groups.Where(g => unions.ContainsKey(g.Key.Variable)).ToArray())
        {
            foreach (var (_, key, union) in unions[variable].Where(u => !labels.ContainsKey(u.Key)))
            {
                var entries = labels.Values.ToArray();
                if (!Cover(union.Leaves, [.. entries.Select(e => e.Leaves)], out var members))
                {
                    continue;
                }

                Coordinate[] at = [.. system.Cells[entries[members[0]].Cell].At.Select(c => LabelText.Key(c.Variable) == variable ? c with { Label = union.Label.Label, Key = key } : c)];
                var beside = at.Where(c => LabelText.Key(c.Variable) != variable)
                    .Select(c => (Label: c, Group: groups.GetValueOrDefault((LabelText.Key(c.Variable), TableIndex.Without(at, LabelText.Key(c.Variable))))))
                    .Where(b => b.Group is not null && !b.Group.ContainsKey(b.Label.Key)).ToArray();
                if (beside.Length == 0)
                {
                    continue;
                }

                var cell = system.AddUnprinted(at);
                HashSet<int> tables = [.. members.SelectMany(m => entries[m].Tables)];
                labels.Add(key, new UnionLabel(cell, union.Label, union.Leaves, tables));
                foreach (var (label, group) in beside)
                {
                    group!.Add(label.Key, new UnionLabel(cell, label, [.. LeafSets.Of(label.Key)], tables));
                }
            }
        }
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

    private sealed record UnionLabel(int Cell, Coordinate Label, string[] Leaves, HashSet<int> Tables);
}
