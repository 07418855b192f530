using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Suppression;

/// <summary>
/// Chooses what to hide. Every goal keeps the move that reaches it; what these moves touch is hidden, and nothing else: a pattern is safe at every step because its
/// proofs are what it is made of. A goal is met by the cheapest move, where hidden cells cost nothing; then every cell hidden for others' sake is
/// forbidden in turn, the dearest first, and the goals that used it look for another way; what costs less is kept.
/// </summary>
internal sealed class PatternSearch
{
    /// <summary>What a shown cell costs beside its price: fewer cells are better at equal cost.</summary>
    public const double CellPrice = 0.01;

    private readonly ContingencySystem _system;
    private readonly IReadOnlyList<IMoveFinder> _finders;
    private readonly WorkBudget _budget;
    private readonly InsiderAudit _audit;
    private readonly List<Goal> _goals;
    private readonly List<CellMove?> _witness;
    private readonly int _own;
    private readonly int[] _uses;
    private readonly List<int>[] _goalsOf;
    private readonly double[] _prices;
    private double _price;

    public PatternSearch(ContingencySystem system, IReadOnlyList<IMoveFinder> finders, WorkBudget budget)
    {
        _system = system;
        _finders = finders;
        _budget = budget;
        _audit = new InsiderAudit(system);
        _goals = [];
        _witness = [];
        _uses = new int[system.Count];
        _goalsOf = new List<int>[system.Count];
        foreach (var goal in system.Requirements.SelectMany(Goal.Of))
        {
            Add(goal);
        }

        _own = _goals.Count;

        _prices = new double[system.Count];
        for (var cell = 0; cell < system.Count; cell++)
        {
            SetPrice(cell);
        }
    }

    /// <summary>What the requirements ask for, and after these what insiders ask for besides.</summary>
    public IReadOnlyList<Goal> Goals => _goals;

    /// <summary>The move that reaches each goal.</summary>
    public IReadOnlyList<CellMove?> Witnesses => _witness;

    /// <summary>A cell that cannot be protected by the means at hand.</summary>
    public int? Blocking { get; private set; }

    public bool IsHidden(int cell) => _system.IsPrinted[cell] && (_system.IsPrimary[cell] || _uses[cell] > 0);

    public bool IsSecondary(int cell) => _system.IsPrinted[cell] && !_system.IsPrimary[cell] && _uses[cell] > 0;

    /// <summary>Cells hidden for others' sake.</summary>
    public IEnumerable<int> Secondaries() => Enumerable.Range(0, _system.Count).Where(IsSecondary);

    public double Cost() => Secondaries().Sum(c => _system.Costs[c]);

    /// <summary>Meets every goal, and whatever insiders miss then; false where something cannot be met.</summary>
    /// <param name="guide">Factor on prices, by cell, where something better than the cost is known; null for none.</param>
    public bool Start(double[]? guide)
    {
        if (_system.Requirements.Concat(_system.RequirementsLeft).FirstOrDefault(r => r.Less < 0 && _system.IsOpen[r.Cell]) is { } forced)
        {
            Blocking = forced.Cell;
            return false;
        }

        foreach (var g in Enumerable.Range(0, Goals.Count).OrderByDescending(g => Goals[g].Amount).ThenByDescending(g => _system.Values[Goals[g].Cell]).ThenBy(g => g))
        {
            if (_witness[g] is null && !Meet(g, guide))
            {
                Blocking = Goals[g].Cell;
                return false;
            }
        }

        return Complete(guide);
    }

    /// <summary>Looks for something cheaper until a pass over all secondaries finds nothing, or the budget ends.</summary>
    public void Improve()
    {
        var before = (Cost: _price, Pattern: Snapshot());
        Exchange();
        Drop();
        if (!Complete(guide: null) || _price > before.Cost)
        {
            Restore(before.Pattern);
        }
    }

    private void Exchange()
    {
        var found = true;
        while (found && !_budget.IsExceeded)
        {
            found = false;
            foreach (var cell in Secondaries().OrderByDescending(c => _system.Costs[c]).ThenBy(c => c).ToArray())
            {
                found |= !_budget.IsExceeded && IsSecondary(cell) && TryWithout([cell]);
            }
        }
    }

    /// <summary>Forbids some secondaries and lets the goals that used them find another way; kept where the whole costs less.</summary>
    public bool TryWithout(IReadOnlyList<int> cells)
    {
        var before = _price;
        var undo = new List<(int Goal, CellMove? Witness)>();
        var forbidden = cells.ToHashSet();
        var affected = Enumerable.Range(0, Goals.Count).Where(g => _witness[g]!.Cells.Any(forbidden.Contains)).ToArray();
        foreach (var cell in cells)
        {
            _prices[cell] = double.PositiveInfinity;
        }

        foreach (var g in affected)
        {
            undo.Add((g, _witness[g]));
            Release(g);
        }

        foreach (var cell in cells)
        {
            _prices[cell] = double.PositiveInfinity;
        }

        var isMet = true;
        foreach (var g in affected)
        {
            isMet = isMet && (_witness[g] is not null || Meet(g, guide: null, before - _price));
        }

        foreach (var cell in cells)
        {
            SetPrice(cell);
        }

        if (isMet && _price < before - 1e-9)
        {
            return true;
        }

        foreach (var (g, witness) in undo)
        {
            Release(g);
            Hold(g, witness!);
        }

        return false;
    }

    /// <summary>The pattern as it stands, for <see cref="Restore"/>.</summary>
    public PatternSnapshot Snapshot() => new([.. _goals.Skip(_own)], [.. _witness]);

    public void Restore(PatternSnapshot snapshot)
    {
        for (var g = _goals.Count - 1; g >= 0; g--)
        {
            Release(g);
            if (g >= _own)
            {
                Remove(g);
            }
        }

        foreach (var goal in snapshot.Added)
        {
            Add(goal);
        }

        foreach (var (g, witness) in snapshot.Witnesses.Index())
        {
            if (witness is not null)
            {
                Hold(g, witness);
            }
        }
    }

    /// <summary>Adds what insiders miss as goals of their own until nobody misses anything; false where a goal cannot be met.</summary>
    private bool Complete(double[]? guide)
    {
        while (_audit.Missing(_witness) is { Count: > 0 } missing)
        {
            foreach (var goal in missing.Where(m => !IsCovered(m, except: -1)))
            {
                // Where no alternative leaves all of them in place, there may be one for each.
                if (!TryAdd(goal, guide) && goal.Singly().FirstOrDefault(s => goal.Against is not { IsJoint: true } || (!IsCovered(s, except: -1) && !TryAdd(s, guide))) is { } blocking)
                {
                    Blocking = blocking.Cell;
                    return false;
                }
            }
        }

        return true;
    }

    private bool TryAdd(Goal goal, double[]? guide)
    {
        Add(goal);
        if (Meet(_goals.Count - 1, guide))
        {
            return true;
        }

        Remove(_goals.Count - 1);
        return false;
    }

    /// <summary>Goals of insiders that others' alternatives reach as well are asked for no longer.</summary>
    private void Drop()
    {
        for (var g = _goals.Count - 1; g >= _own; g--)
        {
            if (_goals[g].Singly().All(s => IsCovered(s, except: g)))
            {
                Release(g);
                Remove(g);
            }
        }
    }

    private bool IsCovered(Goal goal, int except) =>
        _witness.Index().Any(w => w.Index != except && w.Item is { } move && goal.IsReachedBy(move, _system.Values));

    private void Add(Goal goal)
    {
        foreach (var cell in goal.Cells)
        {
            (_goalsOf[cell] ??= []).Add(_goals.Count);
        }

        _goals.Add(goal);
        _witness.Add(null);
    }

    /// <summary>Goals of insiders come and go; whoever stands behind a removed one moves up.</summary>
    private void Remove(int goal)
    {
        _goals.RemoveAt(goal);
        _witness.RemoveAt(goal);
        foreach (var list in _goalsOf)
        {
            list?.Clear();
        }

        foreach (var (g, left) in _goals.Index())
        {
            foreach (var cell in left.Cells)
            {
                _goalsOf[cell].Add(g);
            }
        }
    }

    private bool Meet(int goal, double[]? guide, double limit = double.PositiveInfinity)
    {
        var prices = _prices;
        if (guide is not null)
        {
            prices = [.. _prices.Zip(guide, (p, f) => p * f)];
        }

        CellMove? best = null;
        foreach (var finder in _finders)
        {
            foreach (var sign in Goals[goal].Sign == 0 ? (int[])[-1, 1] : [Goals[goal].Sign])
            {
                if (_budget.IsExceeded && best is not null)
                {
                    break;
                }

                if (Ask(finder, goal, sign, prices, limit) is { } move)
                {
                    (best, limit) = (move, MoveCosts.Of(move, prices));
                }

                if (limit <= 0)
                {
                    break;
                }
            }

            if (best is not null && (limit <= 0 || finder.IsExact))
            {
                break;
            }
        }

        if (best is null)
        {
            return false;
        }

        Hold(goal, best);
        // What serves one may serve others that the same move touches.
        foreach (var other in best.Cells.Where(c => _goalsOf[c] is not null).SelectMany(c => _goalsOf[c]).Distinct().Where(o => _witness[o] is null && Goals[o].IsReachedBy(best, _system.Values)).ToArray())
        {
            Hold(other, best);
        }

        return true;
    }

    private CellMove? Ask(IMoveFinder finder, int goal, int sign, double[] prices, double limit)
    {
        var move = finder.Find(new MoveQuestion(Goals[goal].Cell, sign, Goals[goal].AmountOf(sign), prices, limit, Goals[goal].Against, Goals[goal].Less), _budget);
        return move is not null && Goals[goal].IsReachedBy(move, _system.Values) ? move : null;
    }

    private void Hold(int goal, CellMove move)
    {
        _witness[goal] = move;
        foreach (var cell in move.Cells)
        {
            if (_uses[cell]++ == 0)
            {
                Count(cell, 1);
            }
        }
    }

    private void Release(int goal)
    {
        if (_witness[goal] is { } move)
        {
            _witness[goal] = null;
            foreach (var cell in move.Cells)
            {
                if (--_uses[cell] == 0)
                {
                    Count(cell, -1);
                }
            }
        }
    }

    /// <summary>A cell becomes hidden for others' sake, or is shown again. The sum is what the search minimises: cost, and cells among equals.</summary>
    private void Count(int cell, int sign)
    {
        SetPrice(cell);
        if (_system.IsPrinted[cell] && !_system.IsPrimary[cell])
        {
            _price += sign * (_system.Costs[cell] + CellPrice);
        }
    }

    private void SetPrice(int cell) => _prices[cell] = _system.IsOpen[cell] ? double.PositiveInfinity
        : !_system.IsPrinted[cell] || IsHidden(cell) ? 0
        : _system.Costs[cell] + CellPrice;
}
