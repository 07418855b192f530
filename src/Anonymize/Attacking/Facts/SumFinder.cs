using Anonymize.Attacking.Structure;
using Anonymize.Attacking.Telling;

namespace Anonymize.Attacking.Facts;

/// <summary>Finds the sums of one table: along each of its variables, totals and subtotals by label, position and arithmetic.</summary>
internal sealed class SumFinder
{
    private readonly CellSystem _system;
    private readonly int _table;
    private readonly ReadTable _read;
    private readonly Dictionary<string, int> _byKey;
    private readonly HashSet<int> _own;
    private readonly List<Relation> _relations = [];
    private readonly Assumptions _assumptions;

    private SumFinder(CellSystem system, int table, Dictionary<string, int> byKey, Assumptions assumptions)
    {
        (_system, _table, _byKey, _assumptions) = (system, table, byKey, assumptions);
        _read = system.Tables[table].Table;
        _own = [.. system.CellOf[table]];
    }

    public static IReadOnlyList<Relation> Find(CellSystem system, int table, Dictionary<string, int> byKey, Assumptions assumptions)
    {
        var finder = new SumFinder(system, table, byKey, assumptions);
        foreach (var variable in finder._read.Cells.SelectMany(c => c.At).Select(c => c.Variable).Distinct(StringComparer.Ordinal).ToArray())
        {
            finder.Along(variable);
        }

        return finder._relations;
    }

    private void Along(string variable)
    {
        var patterns = Patterns(LabelText.Key(variable));
        if (_read.Overlapping.Contains(LabelText.Key(variable)))
        {
            AtMost(variable, patterns);
            return;
        }

        var family = new List<(SlicePattern Pattern, int? Total, int[] Parts)>();
        Evidence whole = default;
        foreach (var pattern in patterns)
        {
            var (sums, evidence) = Sums(pattern);
            family.AddRange(sums.Select(s => (pattern, s.Total, s.Parts)));
            whole += evidence;
        }

        if (!whole.Holds)
        {
            _assumptions.Add("sumsContradicted", _read.File, _read.Id, variable);
            family.RemoveAll(f => f.Total is null);
            AtMost(variable, patterns);
        }
        else if (whole.Differ > 0)
        {
            _assumptions.Add("someSumsContradicted", _read.File, _read.Id, variable, whole.Differ);
        }

        var emitted = 0;
        foreach (var (pattern, total, parts) in family)
        {
            foreach (var slice in pattern.Slices)
            {
                if ((total is { } t ? slice.Parts[t] : slice.Total) is { } target)
                {
                    emitted += Emit(target, [.. parts.Select(p => slice.Parts[p])], variable, whole.Agree) ? 1 : 0;
                }
            }
        }

        if (emitted > 0)
        {
            _assumptions.Add("sumsUsed", _read.File, _read.Id, variable);
        }
    }

    /// <summary>Sums of a pattern, total null for the total of the slice, and how the figures judge that one.</summary>
    private (IReadOnlyList<(int? Total, int[] Parts)> Sums, Evidence Whole) Sums(SlicePattern pattern)
    {
        var places = WithoutUnions(pattern);
        var hasTotal = pattern.Slices[0].Total is not null;
        var flat = hasTotal ? Judge(pattern, places) : default;
        IReadOnlyList<(int?, int[])> flatSum = hasTotal ? [(null, [.. places])] : [];
        if (_read.IsDeclared)
        {
            return (flatSum, flat);
        }

        if (hasTotal && !_own.Contains(pattern.Slices[0].Total!.Value))
        {
            // A total that only another table prints is the sum of these parts where some of the shown figures say so and none speaks against it.
            return flat is { Agree: > 0, Differ: 0 } ? (flatSum, flat) : ([], default);
        }

        var isHinted = places.Any(p => LabelText.IsTotal(pattern.Labels[p].Label) || LabelText.IsSubtotal(pattern.Labels[p].Label))
            || places.Select(p => pattern.Labels[p].Indent).Distinct().Count() > 1;
        if (hasTotal && flat.Differ == 0 && (flat.Agree > 0 || !isHinted))
        {
            return (flatSum, flat);
        }

        var trees = from bits in hasTotal ? SumTree.CheckedBits : [SumTree.UncheckedBits]
                    from partsFirst in new[] { true, false }
                    let grown = SumTree.Grow(pattern, _system.Cells, places, partsFirst, bits)
                    select (Tree: grown, Whole: hasTotal ? Judge(pattern, grown.Top) : default);
        var (tree, whole) = trees.OrderByDescending(t => t.Whole.Holds).ThenByDescending(t => t.Tree.Support.Agree + t.Whole.Agree).ThenByDescending(t => t.Tree.Sums.Count).First();
        var subtotals = tree.Sums.Select(s => ((int?)s.Total, s.Parts));
        return !hasTotal ? ([.. subtotals], default)
            : whole.Holds && (!tree.IsGuessed || tree.Support.Bits + whole.Bits >= SumTree.UncheckedBits) ? ([.. subtotals, (null, [.. tree.Top])], whole)
            : (flatSum, flat);
    }

    private Evidence Judge(SlicePattern pattern, IReadOnlyList<int> places) => pattern.Slices.Aggregate(
        default(Evidence), (sum, slice) => sum + Evidence.Of(_system.Cells[slice.Total!.Value], places.Select(p => _system.Cells[slice.Parts[p]])));

    /// <summary>Labels without those that stand for several others of the list: they would be counted twice.</summary>
    private List<int> WithoutUnions(SlicePattern pattern)
    {
        var sets = pattern.Labels.Select(Leaves).ToArray();
        return [.. Enumerable.Range(0, sets.Length).Where(i => !LabelText.IsOfWhich(pattern.Labels[i].Label)
            && (sets[i].Count < 2 || !UnionFinder.Cover(sets[i], [.. sets.Where((_, j) => j != i)], out _)))];
    }

    private IReadOnlyList<string> Leaves(Coordinate label) =>
        _read.Leaves.TryGetValue((LabelText.Key(label.Variable), label.Key), out var leaves) ? leaves : LeafSets.Of(label.Key);

    private void AtMost(string variable, IReadOnlyList<SlicePattern> patterns)
    {
        foreach (var (total, parts) in patterns.SelectMany(p => p.Slices).Where(s => s.Total is { } t && _own.Contains(t)))
        {
            foreach (var part in parts)
            {
                var (one, all) = (_system.Cells[part], _system.Cells[total!.Value]);
                if (!(one.IsKnown && all.IsKnown) && one.Least <= (all.Most ?? long.MaxValue))
                {
                    _relations.Add(new Relation([(total.Value, 1), (part, -1)], 0, null, RelationKind.AtMost, _table, variable, 0));
                }
            }
        }
    }

    private bool Emit(int total, int[] parts, string variable, int support)
    {
        if (parts.Length == 0 || parts.Contains(total) || (_system.Cells[total].IsKnown && parts.All(p => _system.Cells[p].IsKnown))
            || Evidence.Of(_system.Cells[total], parts.Select(p => _system.Cells[p])).Differ > 0)
        {
            return false;
        }

        _relations.Add(new Relation([(total, 1), .. parts.Select(p => (p, -1))], 0, 0, RelationKind.Sum, _table, variable, support));
        return true;
    }

    private List<SlicePattern> Patterns(string variable)
    {
        var slices = new Dictionary<string, List<(Coordinate Label, int Cell)>>(StringComparer.Ordinal);
        for (var i = 0; i < _read.Cells.Count; i++)
        {
            var at = _read.Cells[i].At;
            if (at.FirstOrDefault(c => !c.IsTotal && string.Equals(LabelText.Key(c.Variable), variable, StringComparison.Ordinal)) is { } label)
            {
                var key = TableIndex.Without(at, variable);
                if (!slices.TryGetValue(key, out var slice))
                {
                    slices.Add(key, slice = []);
                }

                slice.Add((label, _system.CellOf[_table][i]));
            }
        }

        var patterns = new Dictionary<string, SlicePattern>(StringComparer.Ordinal);
        foreach (var (key, slice) in slices)
        {
            int? total = _byKey.TryGetValue(key, out var found) ? found : null;
            var kind = total is null ? "none" : _own.Contains(total.Value) ? "own" : "other";
            var name = kind + "\u001f" + string.Join('\u001f', slice.Select(s => s.Label.Key));
            if (!patterns.TryGetValue(name, out var pattern))
            {
                patterns.Add(name, pattern = new SlicePattern([.. slice.Select(s => s.Label)]));
            }

            pattern.Slices.Add((total, [.. slice.Select(s => s.Cell)]));
        }

        return [.. patterns.Values];
    }
}
