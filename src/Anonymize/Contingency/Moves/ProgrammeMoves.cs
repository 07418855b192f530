using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;
using Google.OrTools.LinearSolver;

namespace Anonymize.Contingency.Moves;

/// <summary>
/// Moves by linear programme, over all cells: the cheapest by price and unit moved, which is near the cheapest where moves are of one person. A vertex that is
/// not whole is multiplied up where the rooms allow, and asked of the integer solver otherwise, with a limit of nodes.
/// </summary>
internal sealed class ProgrammeMoves : IMoveFinder, IDisposable
{
    private const double Tolerance = 1e-6;

    /// <summary>A move through cells that are hidden anyway should be short all the same.</summary>
    private const double StepPrice = 1e-3;

    private const int LargestMultiple = 6;

    private readonly ContingencySystem _system;
    private readonly Solver _solver;
    private readonly int[] _cells;
    private readonly Variable[] _up;
    private readonly Variable[] _down;
    private readonly double[] _prices;
    private readonly Constraint _difference;
    private int _target = -1;
    private Insider? _against;

    /// <param name="system">The system.</param>
    /// <param name="isIncluded">Cells that may move at all; a programme over fewer finds fewer moves, sooner. Null for all.</param>
    public ProgrammeMoves(ContingencySystem system, bool[]? isIncluded = null)
    {
        _system = system;
        _cells = [.. Enumerable.Range(0, system.Count).Where(c => isIncluded?[c] != false && !system.IsOpen[c])];
        _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("The linear solver GLOP is missing.");
        _solver.SetSolverSpecificParametersAsString("use_dual_simplex:true use_preprocessing:false use_scaling:false");
        _up = new Variable[system.Count];
        _down = new Variable[system.Count];
        foreach (var cell in _cells)
        {
            (_up[cell], _down[cell]) = (_solver.MakeNumVar(0, 0, ""), _solver.MakeNumVar(0, 0, ""));
        }

        _prices = new double[system.Count];
        Array.Fill(_prices, double.PositiveInfinity);
        foreach (var relation in system.Grid.Relations.Where(r => _up[r.Whole] is not null || r.Parts.Any(p => _up[p] is not null)))
        {
            var row = _solver.MakeConstraint(0, 0, "");
            Add(row, relation.Whole, -1);
            foreach (var part in relation.Parts)
            {
                Add(row, part, 1);
            }
        }

        _difference = _solver.MakeConstraint(double.NegativeInfinity, double.PositiveInfinity, "");
        _solver.Objective().SetMinimization();
    }

    public bool IsExact => false;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        if ((_up[question.Cell] is null && (!question.IsDifference || _up[question.Less] is null)) || question.Room(_system) < question.Amount)
        {
            return null;
        }

        SetPrices(question);
        budget.Spend(200L * _cells.Length);
        if (_solver.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        budget.Spend(_solver.Iterations() * 1_000L);
        var changes = _cells.Select(c => (Cell: c, Change: _up[c].SolutionValue() - _down[c].SolutionValue())).Where(c => Math.Abs(c.Change) > Tolerance).ToArray();
        // What is dearer than the limit in parts has no whole solution below it either.
        var move = Whole(question, changes) ?? (_solver.Objective().Value() < question.Limit ? new WholeProgramme(_system).Find(question, budget) : null);
        return move is not null && MoveCosts.Of(move, question.Prices) - (question.IsDifference ? 0 : question.Prices[question.Cell]) < question.Limit ? move : null;
    }

    public void Dispose() => _solver.Dispose();

    private void Add(Constraint row, int cell, int sign)
    {
        if (_up[cell] is null)
        {
            return;
        }

        row.SetCoefficient(_up[cell], sign);
        row.SetCoefficient(_down[cell], -sign);
    }

    private void SetPrices(in MoveQuestion question)
    {
        if (_target >= 0)
        {
            _up[_target].SetLb(0);
            _down[_target].SetLb(0);
            _prices[_target] = double.NaN;
        }

        // Rooms are kept from one question to the next, but not those of another insider.
        foreach (var column in (_against?.Columns ?? []).Concat(question.Against?.Columns ?? []))
        {
            _prices[column] = double.NaN;
        }

        _against = question.Against;
        foreach (var cell in _cells)
        {
            if (_prices[cell].Equals(question.Prices[cell]))
            {
                continue;
            }

            var isFixed = double.IsPositiveInfinity(question.Prices[cell]);
            _prices[cell] = question.Prices[cell];
            _up[cell].SetUb(isFixed ? 0 : Room(_system.RoomUp[cell]));
            _down[cell].SetUb(isFixed ? 0 : Room(question.RoomDown(_system, cell)));
            _solver.Objective().SetCoefficient(_up[cell], isFixed ? 0 : _prices[cell] + StepPrice);
            _solver.Objective().SetCoefficient(_down[cell], isFixed ? 0 : _prices[cell] + StepPrice);
        }

        _difference.Clear();
        _difference.SetBounds(double.NegativeInfinity, double.PositiveInfinity);
        _target = -1;
        if (question.IsDifference)
        {
            Add(_difference, question.Cell, question.Sign);
            Add(_difference, question.Less, -question.Sign);
            _difference.SetBounds(question.Amount, double.PositiveInfinity);
            return;
        }

        _target = question.Cell;
        var (moving, resting) = question.Sign > 0 ? (_up, _down) : (_down, _up);
        moving[_target].SetBounds(question.Amount, Room(question.Room(_system)));
        resting[_target].SetBounds(0, 0);
        _prices[_target] = double.NaN;
    }

    private static double Room(long room) => room >= ContingencySystem.Unbounded ? double.PositiveInfinity : room;

    private CellMove? Whole(in MoveQuestion question, (int Cell, double Change)[] change)
    {
        for (var multiple = 1; multiple <= LargestMultiple; multiple++)
        {
            var changes = new Dictionary<int, long>();
            foreach (var (cell, part) in change)
            {
                if (Math.Abs((part * multiple) - Math.Round(part * multiple)) < Tolerance * multiple)
                {
                    changes[cell] = (long)Math.Round(part * multiple);
                }
            }

            if (changes.Count == change.Length && MoveCheck.Holds(_system, question, changes))
            {
                return question.Gain(changes) >= question.Amount ? CellMove.Of(changes) : null;
            }
        }

        return null;
    }
}
