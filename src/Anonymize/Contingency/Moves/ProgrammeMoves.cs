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
    private readonly Variable[] _up;
    private readonly Variable[] _down;
    private readonly double[] _prices;
    private int _target = -1;

    public ProgrammeMoves(ContingencySystem system)
    {
        _system = system;
        _solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("The linear solver GLOP is missing.");
        _solver.SetSolverSpecificParametersAsString("use_dual_simplex:false use_preprocessing:false use_scaling:false");
        _up = [.. Enumerable.Range(0, system.Count).Select(_ => _solver.MakeNumVar(0, 0, ""))];
        _down = [.. Enumerable.Range(0, system.Count).Select(_ => _solver.MakeNumVar(0, 0, ""))];
        _prices = new double[system.Count];
        Array.Fill(_prices, double.PositiveInfinity);
        foreach (var relation in system.Grid.Relations)
        {
            var row = _solver.MakeConstraint(0, 0, "");
            Add(row, relation.Whole, -1);
            foreach (var part in relation.Parts)
            {
                Add(row, part, 1);
            }
        }

        _solver.Objective().SetMinimization();
    }

    public bool IsExact => false;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        if ((question.Sign > 0 ? _system.RoomUp : _system.RoomDown)[question.Cell] < question.Amount)
        {
            return null;
        }

        SetPrices(question);
        budget.Spend(100L * _system.Count);
        if (_solver.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        budget.Spend(_solver.Iterations() * 1_000L);
        var move = Whole(question, Enumerable.Range(0, _system.Count).Select(c => _up[c].SolutionValue() - _down[c].SolutionValue()).ToArray())
            ?? new WholeProgramme(_system).Find(question, budget);
        return move is not null && MoveCosts.Of(move, question.Prices) - question.Prices[question.Cell] < question.Limit ? move : null;
    }

    public void Dispose() => _solver.Dispose();

    private void Add(Constraint row, int cell, int sign)
    {
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

        for (var cell = 0; cell < _prices.Length; cell++)
        {
            if (_prices[cell].Equals(question.Prices[cell]))
            {
                continue;
            }

            var isFixed = double.IsPositiveInfinity(question.Prices[cell]);
            _prices[cell] = question.Prices[cell];
            _up[cell].SetUb(isFixed ? 0 : Room(_system.RoomUp[cell]));
            _down[cell].SetUb(isFixed ? 0 : Room(_system.RoomDown[cell]));
            _solver.Objective().SetCoefficient(_up[cell], isFixed ? 0 : _prices[cell] + StepPrice);
            _solver.Objective().SetCoefficient(_down[cell], isFixed ? 0 : _prices[cell] + StepPrice);
        }

        _target = question.Cell;
        var (moving, resting) = question.Sign > 0 ? (_up, _down) : (_down, _up);
        moving[_target].SetBounds(question.Amount, Room((question.Sign > 0 ? _system.RoomUp : _system.RoomDown)[_target]));
        resting[_target].SetBounds(0, 0);
        _prices[_target] = double.NaN;
    }

    private static double Room(long room) => room >= ContingencySystem.Unbounded ? double.PositiveInfinity : room;

    private CellMove? Whole(in MoveQuestion question, double[] change)
    {
        for (var multiple = 1; multiple <= LargestMultiple; multiple++)
        {
            var changes = new Dictionary<int, long>();
            var isWhole = true;
            for (var cell = 0; isWhole && cell < change.Length; cell++)
            {
                var value = change[cell] * multiple;
                var rounded = (long)Math.Round(value);
                isWhole = Math.Abs(value - rounded) < Tolerance * multiple
                    && rounded <= _system.RoomUp[cell] && -rounded <= _system.RoomDown[cell];
                if (rounded != 0)
                {
                    changes[cell] = rounded;
                }
            }

            if (isWhole && MoveCheck.Holds(_system, changes))
            {
                return Math.Abs(changes.GetValueOrDefault(question.Cell)) >= question.Amount ? CellMove.Of(changes) : null;
            }
        }

        return null;
    }
}
