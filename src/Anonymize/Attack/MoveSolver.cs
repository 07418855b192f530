using Google.OrTools.LinearSolver;

namespace Anonymize.Attack;

/// <summary>
/// Finds moves that change a given count and move as few persons as possible, or shows that there are none: a linear programme over gains and
/// losses of columns. Such programmes are close to network problems and mostly have whole solutions; the others go to the integer solver.
/// One instance per thread; single-threaded, deterministic.
/// </summary>
internal sealed class MoveSolver : IDisposable
{
    private const double Tolerance = 1e-6;

    /// <summary>Dives in a row that may end nowhere before branching comes first: some systems have no whole solutions that way.</summary>
    private const int DivesToLose = 3;

    private readonly AttackSystem _system;
    private readonly CellRow[] _rows;
    private readonly (int Low, int High)[] _bounds;
    private readonly RowState[] _states;
    private readonly Solver _solver;
    private readonly ColumnChanges _changes;
    private readonly Variable?[] _up;
    private readonly Variable?[] _down;
    private readonly int[] _removable;
    private readonly IntegerMoveSolver _integer;
    private readonly Diving _diving;
    private readonly ReusableRow _target;
    private readonly List<ReusableRow> _caps = [];
    private readonly List<ReusableRow> _sumRows = [];
    private IReadOnlyList<int[]> _sums = [];
    private int _lostDives;

    /// <param name="system">The attacker system.</param>
    /// <param name="rows">Rows that may be known, with the change that a known row admits (0..0 for an exact figure).</param>
    /// <param name="region">
    /// Cliques in which persons may move; everything stays as it is in the others, and at the junctions with them. Null for all. Fewer
    /// alternatives: what is found is valid, what is not found may still be there.
    /// </param>
    public MoveSolver(AttackSystem system, IReadOnlyList<(CellRow Row, int Low, int High)> rows, IReadOnlySet<int>? region = null)
    {
        _system = system;
        _rows = [.. rows.Select(r => r.Row)];
        _bounds = [.. rows.Select(r => (r.Low, r.High))];
        _states = new RowState[_rows.Length];
        Costs = new double[_rows.Length];
        _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("The linear solver GLOP is missing.");
        // Doing nothing is optimal but for the one thing asked: a start from which the dual simplex needs few steps.
        _solver.SetSolverSpecificParametersAsString("use_dual_simplex:true use_preprocessing:false use_scaling:false");
        _removable = [.. system.Columns.Select(c => c.Truth)];
        _changes = new ColumnChanges(region, system.Columns, _removable, most => _solver.MakeNumVar(0, most, ""));
        _up = new Variable?[_rows.Length];
        _down = new Variable?[_rows.Length];
        foreach (var (plus, minus) in system.Junctions)
        {
            if (!plus.Concat(minus).Any(_changes.CanMove))
            {
                continue;
            }

            var constraint = _solver.MakeConstraint(0, 0, "");
            _changes.SetCoefficients(constraint, plus, 1);
            _changes.SetCoefficients(constraint, minus, -1);
        }

        for (var r = 0; r < _rows.Length; r++)
        {
            if (!_rows[r].Columns.Any(_changes.CanMove))
            {
                continue;
            }

            var constraint = _solver.MakeConstraint(_bounds[r].Low, _bounds[r].High, "");
            _changes.SetCoefficients(constraint, _rows[r].Columns, 1);
            constraint.SetCoefficient(_up[r] = _solver.MakeNumVar(0, 0, ""), -1);
            constraint.SetCoefficient(_down[r] = _solver.MakeNumVar(0, 0, ""), 1);
        }

        _changes.Minimise(_solver);
        _target = NewRow();
        _diving = new Diving(_solver, [.. _changes.Variables], Tolerance);
        _integer = new IntegerMoveSolver(system, _rows, _bounds, region);
    }

    /// <summary>Cost of moving one person in or out of a priced row.</summary>
    public double[] Costs { get; }

    /// <summary>Units of work done: one for each linear programme, ten for each integer one.</summary>
    public long Work { get; private set; }

    /// <summary>A row that is known goes with this change.</summary>
    public bool Admits(int row, int change) => change >= _bounds[row].Low && change <= _bounds[row].High;

    /// <summary>Further sums of columns that are known beside the rows.</summary>
    public IReadOnlyList<int[]> Sums
    {
        get => _sums;
        set
        {
            _sums = value;
            while (_sumRows.Count < value.Count)
            {
                _sumRows.Add(NewRow());
            }

            for (var s = 0; s < _sumRows.Count; s++)
            {
                _sumRows[s].Clear();
                if (s < value.Count)
                {
                    _sumRows[s].Set(value[s].Select(c => (c, 1)), 0, 0);
                }
            }
        }
    }

    public RowState this[int row]
    {
        get => _states[row];
        set
        {
            _states[row] = value;
            var room = value == RowState.Known ? 0 : double.PositiveInfinity;
            var cost = value == RowState.Priced ? Costs[row] : 0;
            foreach (var change in new[] { _up[row], _down[row] }.OfType<Variable>())
            {
                change.SetUb(room);
                _solver.Objective().SetCoefficient(change, cost);
            }
        }
    }

    /// <summary>
    /// The move, or null where there is none or none was found within the limits of the integer solver; both count as unsafe. Whole-numbered
    /// and exact in every known row. With priced rows it is a proposal of what to hide: <paramref name="touched"/> then lists the priced rows
    /// that it moves, and the move may be null all the same.
    /// </summary>
    public Move? Find(MoveRequest request, List<int>? touched = null)
    {
        if (!request.Form.Terms.All(t => _changes.CanMove(t.Column)))
        {
            return null;
        }

        Work++;
        for (var j = 0; j < _removable.Length; j++)
        {
            if (_removable[j] != request.Removable[j])
            {
                _removable[j] = request.Removable[j];
                _changes.Limit(j, request.Removable[j]);
            }
        }

        _target.Set(request.Form.Terms, request.AtLeast ?? double.NegativeInfinity, request.AtMost ?? double.PositiveInfinity);
        for (var c = 0; c < Math.Max(_caps.Count, request.Caps.Count); c++)
        {
            if (c == _caps.Count)
            {
                _caps.Add(NewRow());
            }

            if (c < request.Caps.Count)
            {
                _caps[c].Set(request.Caps[c].Cell.Columns.Select(k => (k, 1)), double.NegativeInfinity, request.Caps[c].AtMost);
            }
            else
            {
                _caps[c].Clear();
            }
        }

        if (_solver.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        touched?.AddRange(Paid());
        if (Whole(request) is { } move)
        {
            return move;
        }

        if (touched is { Count: > 0 })
        {
            // A proposal of what to hide need not be whole; whether it suffices is asked again once that is hidden.
            return null;
        }

        var paid = new List<int>();
        if (_lostDives < DivesToLose && Dive(request, paid) is { } below && paid.Count == 0)
        {
            return below;
        }

        if (Branch(request) is { } whole)
        {
            return whole;
        }

        touched?.AddRange(paid);
        return null;
    }

    public void Dispose() => _solver.Dispose();

    /// <summary>A whole solution below the fractional one, and the priced rows that it moves.</summary>
    private Move? Dive(MoveRequest request, List<int> paid)
    {
        var before = _diving.Steps;
        var move = _diving.Down() ? Whole(request) : null;
        if (move is not null)
        {
            paid.AddRange(Paid());
        }

        _diving.Surface();
        _lostDives = move is null ? _lostDives + 1 : 0;
        Work += _diving.Steps - before;
        return move;
    }

    private Move? Branch(MoveRequest request)
    {
        Work += 10;
        return _integer.Find(request, _states, _sums) is { } found && Fits(found, request) ? found : null;
    }

    /// <summary>Priced rows that the present solution moves.</summary>
    private IEnumerable<int> Paid() => Enumerable.Range(0, _rows.Length).Where(
        r => _states[r] == RowState.Priced && _up[r] is { } up && _down[r] is { } down && up.SolutionValue() + down.SolutionValue() > Tolerance);

    /// <summary>The present solution as a move; null where it is fractional.</summary>
    private Move? Whole(MoveRequest request)
    {
        var terms = new List<(int, int)>();
        for (var j = 0; j < _removable.Length; j++)
        {
            var value = _changes.ValueOf(j);
            var rounded = Math.Round(value);
            if (Math.Abs(value - rounded) >= Tolerance)
            {
                return null;
            }

            if (rounded != 0)
            {
                terms.Add((j, (int)rounded));
            }
        }

        var move = new Move(terms);
        return Fits(move, request) ? move : null;
    }

    private ReusableRow NewRow() => new(_solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity, ""), _changes);

    private bool Fits(Move move, MoveRequest request) =>
        move.Terms.All(t => t.Delta >= -request.Removable[t.Column])
        && _system.Junctions.All(j => move.Change(j.Plus) == move.Change(j.Minus))
        && Enumerable.Range(0, _rows.Length).All(r => _states[r] != RowState.Known || InBounds(move.Change(_rows[r].Columns), _bounds[r]))
        && InBounds(request.Form.Change(move), (request.AtLeast ?? int.MinValue, request.AtMost ?? int.MaxValue))
        && _sums.All(s => move.Change(s) == 0)
        && request.Caps.All(c => move.Change(c.Cell.Columns) <= c.AtMost);

    private static bool InBounds(int value, (int Low, int High) bounds) => value >= bounds.Low && value <= bounds.High;
}
