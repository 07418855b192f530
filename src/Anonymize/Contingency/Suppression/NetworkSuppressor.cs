using Anonymize.Contingency.Bounds;
using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Suppression;

/// <summary>
/// Patterns for networks. Cuts give a bound and a fractional pattern that says which cells are worth hiding; the search along it gives a pattern; where
/// both are near, the cuts in whole cells give the best one and the proof that it is.
/// </summary>
internal sealed class NetworkSuppressor
{
    /// <summary>Rounds of cuts with fractional cells.</summary>
    private const int Rounds = 40;

    /// <summary>Whole solutions that are looked at before the search for the best one gives up.</summary>
    private const int Attempts = 30;

    /// <summary>Cuts that the integer solver is asked to bear.</summary>
    private const int LargestMaster = 3_000;

    private readonly ContingencySystem _system;
    private readonly WorkBudget _budget;
    private readonly PatternSearch _search;
    private readonly NetworkCuts _cuts;
    private readonly CutMaster _master;
    private readonly bool _isWhole;

    public NetworkSuppressor(ContingencySystem system, CellNetwork network, PatternSearch search, WorkBudget budget)
    {
        _system = system;
        _budget = budget;
        _search = search;
        _cuts = new NetworkCuts(network, system);
        _master = new CutMaster(system);
        _isWhole = system.Costs.Where((_, c) => system.IsPrinted[c]).All(c => c == Math.Round(c));
    }

    /// <summary>No safe pattern costs less.</summary>
    public double Bound { get; private set; }

    /// <summary>False where nothing safe was found.</summary>
    public bool Solve()
    {
        if (!_search.Start(guide: null))
        {
            return false;
        }

        _search.Improve();
        var best = (_search.Cost(), Pattern: _search.Snapshot());
        if (Relax() is { } hidden)
        {
            foreach (var weight in new[] { 0.9, 0.99, 0.6 })
            {
                _search.Restore(PatternSnapshot.Empty);
                if (_search.Start([.. hidden.Select(h => 1 - (weight * h))]))
                {
                    _search.Improve();
                    Keep(ref best);
                }
            }

            Settle(ref best);
        }

        _search.Restore(best.Pattern);
        return true;
    }

    /// <summary>Cuts with fractional cells until none is violated.</summary>
    private double[]? Relax()
    {
        var hidden = new double[_system.Count];
        for (var cell = 0; cell < hidden.Length; cell++)
        {
            hidden[cell] = !_system.IsPrinted[cell] || _system.IsPrimary[cell] ? 1 : 0;
        }

        for (var round = 0; round < Rounds && !_budget.IsExceeded; round++)
        {
            if (Violate(hidden) == 0)
            {
                break;
            }

            if (_master.Solve(isWhole: false, _budget) is not { } solved)
            {
                return null;
            }

            hidden = solved.Hidden;
            Raise(solved.Bound);
        }

        return hidden;
    }

    /// <summary>The cuts in whole cells: each solution is searched for violated cuts, and is the best there is where it has none.</summary>
    private void Settle(ref (double Cost, PatternSnapshot Pattern) best)
    {
        for (var attempt = 0; attempt < Attempts && Bound < best.Cost - 1e-6 && _master.Cuts <= LargestMaster && !_budget.IsExceeded; attempt++)
        {
            if (_master.Solve(isWhole: true, _budget) is not { } solved)
            {
                return;
            }

            Raise(solved.Bound);
            var violated = Violate([.. solved.Hidden.Select(h => Math.Round(h))]);
            _search.Restore(PatternSnapshot.Empty);
            if (_search.Start([.. solved.Hidden.Select(h => h > 0.5 ? 1e-6 : 1e9)]))
            {
                _search.Improve();
                Keep(ref best);
            }

            if (violated == 0)
            {
                return;
            }
        }
    }

    private int Violate(double[] hidden)
    {
        var violated = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // What would serve several persons at once is more than anybody asks for, so cuts are made for each of them.
        foreach (var goal in _search.Goals.SelectMany(g => g.Singly()))
        {
            foreach (var cut in _cuts.Violated(goal, hidden, _budget))
            {
                if (seen.Add(string.Join(',', cut.Cells)))
                {
                    _master.Add(cut);
                    violated++;
                }
            }
        }

        return violated;
    }

    /// <summary>Costs that are whole numbers have no fractional optimum.</summary>
    private void Raise(double bound) => Bound = Math.Max(Bound, _isWhole ? Math.Ceiling(bound - 1e-6) : bound);

    private void Keep(ref (double Cost, PatternSnapshot Pattern) best)
    {
        if (_search.Cost() is var cost && cost < best.Cost - 1e-9)
        {
            best = (cost, _search.Snapshot());
        }
    }
}
