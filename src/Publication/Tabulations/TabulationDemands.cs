using Publication.Rules;

namespace Publication.Tabulations;

/// <summary>
/// What the rules ask for, from the values of the cells alone: small counts, differences of two cells that are small (R8), cells that are primary by name, and attribute disclosure (R3), where all of a group but a few lie in
/// one category of a sensitive variable, so that whoever belongs to the few learns about the rest.
/// </summary>
internal sealed class TabulationDemands
{
    private readonly Tabulation _tabulation;
    private readonly Dictionary<(int Table, int Position), TabulatedPrimary> _named;
    private readonly HashSet<int>[][][] _categories;
    private readonly bool[][] _isSettled;
    private readonly HashSet<string>? _printed;
    private readonly IReadOnlyList<TableCounter> _counters;
    private readonly ConcentrationTest _concentration;
    private readonly NestedCells[] _nested;

    public TabulationDemands(Tabulation tabulation, IReadOnlyList<TableCounter> counters)
    {
        _tabulation = tabulation;
        _named = tabulation.Rules.Primaries.ToDictionary(p => (p.Table, p.Position));
        _categories = [.. tabulation.Tables.Select(t => t.Categories.Select(c => c.Select(l => l.ToHashSet()).ToArray()).ToArray())];
        _concentration = new ConcentrationTest(tabulation.Rules);
        _isSettled = Settled(tabulation, counters);
        _nested = tabulation.Rules.Differences ? [.. NestedCells.Of(tabulation.Tables).Where(n => !IsMember(n.Table, n.Whole) && !IsMember(n.PartTable, n.Part)).Where(n => !_isSettled[n.Table][n.Whole] || !_isSettled[n.PartTable][n.Part])] : [];
        _counters = counters;
        _printed = tabulation.Tables.Any(t => t.IsPooled) ? Definitions(tabulation, counters, t => t is { IsLatent: false, IsPooled: false }, _ => true) : null;
    }

    /// <summary>The value is one that rules forbid to show.</summary>
    public bool IsSmall(long value) => (value >= 1 && value < _tabulation.Rules.K) || (value == 0 && _tabulation.Rules.Zeros == ZeroRule.Sensitive);

    /// <param name="values">[table][cell] values, or what somebody does not know of them.</param>
    /// <param name="parts">[partner][table][cell] what each of those contributes who make up the values.</param>
    public IEnumerable<TabulatedDemand> Of(long[][] values, IReadOnlyList<long[][]> parts)
    {
        for (var t = 0; t < values.Length; t++)
        {
            for (var cell = 0; cell < values[t].Length; cell++)
            {
                // What is printed after all is judged where it is printed, by name where it is named.
                if (_tabulation.Tables[t].IsPooled && _printed!.Contains(_counters[t].DefinitionOf(cell)))
                {
                    continue;
                }

                if (!_isSettled[t][cell] && Demand(t, cell, values[t][cell]) is { } demand)
                {
                    yield return demand;
                }

                if (!_isSettled[t][cell] && !_tabulation.Tables[t].IsLatent && _concentration.Excess(values[t][cell], parts.Select(p => p[t][cell])) is > 0 and var excess)
                {
                    yield return new TabulatedDemand(t, cell, -1, values[t][cell], Math.Min(excess, values[t][cell]), excess, 1);
                }
            }

            foreach (var demand in _tabulation.Rules.Kappa < 0 || _tabulation.Tables[t].IsLatent ? [] : Attributes(t, values[t]))
            {
                yield return demand;
            }
        }

        // A difference of nobody is the same cell twice, or nothing to guard.
        foreach (var (table, whole, partTable, part) in _nested)
        {
            if (values[table][whole] - values[partTable][part] is >= 1 and var between && between < _tabulation.Rules.K)
            {
                yield return Small(table, whole, between) with { Part = part, PartTable = partTable, IsDifference = true };
            }
        }
    }

    /// <summary>What is left of figures to somebody who knows the rest, where only that is asked about (R5).</summary>
    /// <param name="left">[table][cell].</param>
    public IEnumerable<TabulatedDemand> Residuals(long[][] left)
    {
        var most = _tabulation.Rules.Residual - 1;
        foreach (var (t, values) in left.Index().Where(t => !_tabulation.Tables[t.Index].IsLatent))
        {
            foreach (var (cell, value) in values.Index().Where(v => v.Item >= 1 && v.Item <= most && !_isSettled[t][v.Index] && !IsMember(t, v.Index)))
            {
                yield return new TabulatedDemand(t, cell, -1, value, value, most - value, 1);
            }
        }
    }

    /// <summary>
    /// [table][cell] nothing is asked: an earlier table showed the cell, so that nothing published now makes it open again; or a crossing that nobody is said to print is printed after
    /// all, and judged there.
    /// </summary>
    private static bool[][] Settled(Tabulation tabulation, IReadOnlyList<TableCounter> counters)
    {
        var shown = Definitions(tabulation, counters, t => t.IsKnown, s => s is not null);
        var printed = tabulation.Rules.Latent > 0 ? Definitions(tabulation, counters, t => !t.IsLatent, _ => true) : [];
        return
        [
            .. tabulation.Tables.Select((table, t) => table.IsLatent || shown.Count > 0
                ? table.Shown.Select((_, cell) => (table.IsLatent ? printed : shown).Contains(counters[t].DefinitionOf(cell))).ToArray()
                : new bool[table.Shown.Length]),
        ];
    }

    private static HashSet<string> Definitions(Tabulation tabulation, IReadOnlyList<TableCounter> counters, Func<TabulatedTable, bool> isOf, Func<long?, bool> isIn) =>
        tabulation.Tables.Index().Where(t => isOf(t.Item))
            .SelectMany(t => t.Item.Shown.Index().Where(s => isIn(s.Item)).Select(s => counters[t.Index].DefinitionOf(s.Index))).ToHashSet(StringComparer.Ordinal);

    private TabulatedDemand? Demand(int table, int cell, long value)
    {
        var rules = _tabulation.Rules;
        if (_tabulation.Tables[table].IsLatent || IsMember(table, cell))
        {
            return value < 1 || value >= rules.K ? null
                : rules.Level == ProtectionLevel.Exact ? new TabulatedDemand(table, cell, -1, value, 0, 0, 2)
                : new TabulatedDemand(table, cell, -1, value, value, rules.K - value, 1) { IsEither = true };
        }

        if (_named.TryGetValue((table, cell), out var primary))
        {
            return new TabulatedDemand(table, cell, -1, value, Math.Min(primary.Down, value), primary.Up, primary is { Down: 0, Up: 0 } ? 2 : 1);
        }

        return IsSmall(value) ? Small(table, cell, value) : null;
    }

    private bool IsMember(int table, int cell) => _tabulation.Tables[table].IsMember is { Length: > 0 } members && members[cell];

    private TabulatedDemand Small(int table, int cell, long value)
    {
        var rules = _tabulation.Rules;
        var highest = rules.Level == ProtectionLevel.Strict ? rules.K : Math.Max(rules.K - 1, 0);
        return rules.Level == ProtectionLevel.Exact
            ? new TabulatedDemand(table, cell, -1, value, 0, 0, 2)
            : new TabulatedDemand(table, cell, -1, value, value, Math.Max(highest - value, 0), (int)Math.Min(3, highest + 1));
    }

    /// <summary>Sums of hidden cells that are published by subtraction and that few make up, with what they would have to be more.</summary>
    /// <param name="values">As in <see cref="Of"/>.</param>
    /// <param name="parts">As in <see cref="Of"/>.</param>
    public IEnumerable<(HiddenSum Sum, long Excess)> ConcentratedSums(long[][] values, IReadOnlyList<long[][]> parts)
    {
        foreach (var (t, table) in _concentration.IsOff ? [] : _tabulation.Tables.Index().Where(t => t.Item is { IsKnown: false, IsLatent: false, IsPooled: false }))
        {
            foreach (var sum in HiddenSums.Of(table, t).Where(s => !s.Hidden.All(c => _isSettled[t][c])))
            {
                if (_concentration.Excess(sum.Hidden.Sum(c => values[t][c]), parts.Select(p => sum.Hidden.Sum(c => p[t][c]))) is > 0 and var excess)
                {
                    yield return (sum, excess);
                }
            }
        }
    }

    private IEnumerable<TabulatedDemand> Attributes(int t, long[] values)
    {
        var (table, rules) = (_tabulation.Tables[t], _tabulation.Rules);
        var stride = 1;
        for (var b = table.By.Length - 1; b >= 0; stride *= table.Categories[b].Length, b--)
        {
            if (!rules.IsSensitive[table.By[b]])
            {
                continue;
            }

            var sets = _categories[t][b];
            for (var whole = 0; whole < values.Length; whole++)
            {
                var of = whole / stride % sets.Length;
                for (var category = 0; category < sets.Length; category++)
                {
                    var part = whole + ((category - of) * stride);
                    var outside = values[whole] - values[part];
                    if (values[whole] >= 1 && outside <= rules.Kappa && sets[category].IsProperSubsetOf(sets[of]) && !IsMember(t, whole) && !IsMember(t, part) && !(_isSettled[t][whole] && _isSettled[t][part]))
                    {
                        yield return new TabulatedDemand(t, whole, part, values[whole], 0, rules.Kappa + 1 + rules.Slack - outside, 1);
                    }
                }
            }
        }
    }
}
