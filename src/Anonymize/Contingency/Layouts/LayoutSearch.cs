using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Layouts;

/// <summary>
/// Chooses the layouts of all tables together, for the most person-detail that is left when what the rules ask for is hidden: layouts are protected in the order of the
/// most that they can show, until that is no more than what has been found. Where all are too many, the search goes on step by step from the best.
/// </summary>
internal sealed class LayoutSearch
{
    /// <summary>What a layout must show more than another one, so that the last digit of a sum decides nothing.</summary>
    private const double Least = 1e-9;

    /// <summary>Share of the budget that one layout is protected with while layouts are compared.</summary>
    private const long Parts = 1_000;

    /// <summary>The same for the layout that was found and for suppression alone, when these two are compared in the end.</summary>
    private const long LargerParts = 10;

    private readonly ContingencySpec _spec;
    private readonly ContingencyRecords _records;
    private readonly SpecFiles _files;
    private readonly CancellationToken _cancel;
    private readonly LayoutTable[] _tables;
    private readonly LayoutSlot[] _slots;
    private readonly LayoutFamily _family;
    private readonly LayoutWorth _worth;
    private readonly Dictionary<string, double> _shown = new(StringComparer.Ordinal);
    private long _spent;
    private (int[][] Layouts, double Shown) _best;

    private LayoutSearch(ContingencySpec spec, ContingencyRecords records, SpecFiles files, IReadOnlyList<VariableTree> trees, CancellationToken cancel)
    {
        (_spec, _records, _files, _cancel) = (spec, records, files, cancel);
        var sets = new CategorySets(spec, [], trees.ToDictionary(t => t.Spec.Name, StringComparer.Ordinal));
        _tables = [.. spec.Tables.Select(t => LayoutTable.Of(t, sets, trees, records, spec.Rules))];
        _slots = [.. _tables.Index().SelectMany(t => t.Item.Spec.By.Index().Select(b => (Table: t, By: b)))
            .Select(x => (x.Table, x.By, Tree: trees.First(t => string.Equals(t.Spec.Name, x.By.Item, StringComparison.Ordinal))))
            .Where(x => x.Tree.Spec.IsPooled)
            .Select(x => SlotOf(x.Table.Index, x.By.Index, x.Tree, sets))];
        _family = new LayoutFamily(_slots, [.. Nested(sets)]);
        _worth = new LayoutWorth(spec.Rules, _tables, _slots);
    }

    /// <param name="spec">Tables and rules.</param>
    /// <param name="records">The input.</param>
    /// <param name="files">What lies in files that the specification names.</param>
    /// <param name="cancel">Cancels between steps.</param>
    /// <returns>Null where nothing is to be pooled, or where the input has faults.</returns>
    public static LayoutChoice? Choose(ContingencySpec spec, ContingencyRecords records, SpecFiles files, CancellationToken cancel)
    {
        if (!spec.Variables.Any(v => v.IsPooled && spec.Tables.Any(t => t.By.Contains(v.Name, StringComparer.Ordinal)))
            || SystemBuilder.Build(spec, records, files).System is not { } system)
        {
            return null;
        }

        return new LayoutSearch(spec, records.Collapsed(), files, system.Trees, cancel).Choose();
    }

    private LayoutChoice Choose()
    {
        var apart = _family.Apart();
        _best = (apart, Try(apart));
        var (reach, bound) = (LayoutReach.Tried, _worth.Ceiling);
        if (_family.Enumerate() is { } all && TryAll(all.Layouts) is { } most)
        {
            (reach, bound) = all.IsEvery ? (LayoutReach.Every, Math.Min(bound, most)) : (LayoutReach.OnePool, bound);
        }

        if (reach != LayoutReach.Every)
        {
            // Steps lead to a summit, which need not be the highest: from two sides, and in two ways.
            Climb(_best.Layouts, isSteepest: false);
            Climb(apart, isSteepest: true);
        }

        // With more work for each, suppression alone may show more after all.
        if (!ReferenceEquals(_best.Layouts, apart) && Protected(apart, LargerParts) is var alone && alone > Protected(_best.Layouts, LargerParts) + Least)
        {
            _best = (apart, alone);
        }

        return new LayoutChoice(With(_best.Layouts), _tables, _best.Layouts, _worth, _shown.Count, reach, bound);
    }

    private bool IsSpent => _spent >= _spec.Budget;

    /// <summary>Tries layouts, those first that can show most; the most that any of them can show, or null where the budget ended before.</summary>
    private double? TryAll(IEnumerable<int[][]> layouts)
    {
        var most = _best.Shown;
        var ordered = Ordered(layouts).ToArray();
        if (IsSpent)
        {
            return null;
        }

        foreach (var (layout, can) in ordered.TakeWhile(l => l.Most > _best.Shown + Least))
        {
            if (IsSpent)
            {
                return null;
            }

            // A pattern that hides no more than it must shows all that its layout can show.
            most = Improve(layout) is var shown && shown < can - Least ? Math.Max(most, can) : Math.Max(most, shown);
        }

        return most;
    }

    /// <summary>Goes on to a neighbour that shows more, the first one or the one that shows most, until there is none.</summary>
    private void Climb(int[][] start, bool isSteepest)
    {
        (int[][] Layouts, double Shown)? next = (start, Try(start));
        while (next is var (here, shown) && !IsSpent)
        {
            next = null;
            foreach (var (layout, _) in Ordered(_family.Steps(here)).TakeWhile(l => l.Most > (next?.Shown ?? shown) + Least))
            {
                if (!IsSpent && Improve(layout) is var there && there > (next?.Shown ?? shown) + Least)
                {
                    next = (layout, there);
                    if (!isSteepest)
                    {
                        break;
                    }
                }
            }
        }
    }

    private double Improve(int[][] layouts)
    {
        var shown = Try(layouts);
        _best = shown > _best.Shown + Least ? (layouts, shown) : _best;
        return shown;
    }

    private IEnumerable<(int[][] Layouts, double Most)> Ordered(IEnumerable<int[][]> layouts) =>
        layouts.TakeWhile(_ => !IsSpent).Select(l => (Layouts: l, Most: MostOf(l), Key: LayoutFamily.KeyOf(l))).DistinctBy(l => l.Key, StringComparer.Ordinal)
            .OrderByDescending(l => Math.Round(l.Most, 6)).ThenBy(l => l.Layouts.Sum(r => r.Index().Count(c => c.Item != c.Index))).ThenBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => (l.Layouts, l.Most));

    private double MostOf(int[][] layouts)
    {
        _spent += _tables.Sum(t => t.Persons.Length) + layouts.Sum(l => l.Length);
        return _worth.Most(layouts);
    }

    /// <summary>What is left of layouts when they are protected; nothing and less where nothing protects them.</summary>
    private double Try(int[][] layouts)
    {
        var key = LayoutFamily.KeyOf(layouts);
        if (_shown.TryGetValue(key, out var known))
        {
            return known;
        }

        return _shown[key] = Protected(layouts, Parts);
    }

    private double Protected(int[][] layouts, long parts)
    {
        _cancel.ThrowIfCancellationRequested();
        if (SystemBuilder.Build(With(layouts), _records, _files).System is not { } system)
        {
            return double.NegativeInfinity;
        }

        var protection = ContingencyEngine.Protect(system, Math.Max(_spec.Budget / parts, 1), _cancel);
        _spent += protection.Work + system.Count;
        return protection.Blocking is null ? _worth.Shown(system, protection.IsHidden, layouts) : double.NegativeInfinity;
    }

    /// <summary>The specification with these rows.</summary>
    private ContingencySpec With(int[][] layouts) => _spec with
    {
        Tables =
        [
            .. _tables.Select((table, t) => table.Spec with
            {
                Layouts = _slots.Zip(layouts).Where(s => s.First.Table == t).ToDictionary(
                    s => table.Spec.By[s.First.By],
                    s => (IReadOnlyList<IReadOnlyList<string>>)[.. s.Second.Index().GroupBy(r => r.Item, r => table.Categories[s.First.By][r.Index].Code).Select(g => (IReadOnlyList<string>)[.. g])],
                    StringComparer.Ordinal),
            }),
        ],
    };

    private LayoutSlot SlotOf(int table, int by, VariableTree tree, CategorySets sets)
    {
        var declared = _tables[table].Categories[by];
        var groups = tree.Nodes.Select(n => declared.Index().Where(d => d.Item.Leaves.All(n.Leaves.Contains)).Select(d => d.Index).ToArray()).Where(g => g.Length > 1);
        return new LayoutSlot(
            table,
            by,
            [.. declared.Select((_, c) => _tables[table].PersonsOf(by, c))],
            [.. declared.Select(d => sets.IsNamed(_tables[table].Spec, tree.Spec.Name, d.Code))],
            [.. groups.DistinctBy(g => string.Join(',', g), StringComparer.Ordinal)]);
    }

    /// <summary>Slots of one variable where the second's table crosses all that the first's does, and more.</summary>
    private IEnumerable<(int Finer, int Coarser)> Nested(CategorySets sets)
    {
        foreach (var (f, finer) in _slots.Index())
        {
            foreach (var (c, coarser) in _slots.Index())
            {
                var (one, other) = (_tables[finer.Table].Spec, _tables[coarser.Table].Spec);
                if (string.Equals(one.By[finer.By], other.By[coarser.By], StringComparison.Ordinal) && sets.IsFiner(one, other)
                    && _tables[finer.Table].Categories[finer.By].SequenceEqual(_tables[coarser.Table].Categories[coarser.By]))
                {
                    yield return (f, c);
                }
            }
        }
    }
}
