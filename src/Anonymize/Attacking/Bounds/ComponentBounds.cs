using Google.OrTools.LinearSolver;

namespace Anonymize.Attacking.Bounds;

/// <summary>
/// The least and the largest value of every unknown of a component. A linear programme gives the bound; a whole solution that reaches it proves it; where
/// none turns up, the integer solver decides. One model for all: only the objective changes, and every whole solution on the way counts for all unknowns.
/// </summary>
internal sealed class ComponentBounds : IDisposable
{
    private const double Tolerance = 1e-6;

    /// <summary>Steps of the integer solver, in its own units, for all open cells of a component and for one alarm; what is left after them stays unproved.</summary>
    private const double WorkForOpen = 8, WorkForOne = 0.5, WorkForAlarm = 4;

    private readonly Component _component;
    private readonly Solver _linear;
    private readonly Variable[] _variables;
    private readonly long[] _seenLow;
    private readonly long[] _seenHigh;
    private readonly long _ceiling;
    private double _work;

    public ComponentBounds(Component component)
    {
        _component = component;
        _ceiling = 1_000 * (1 + component.Rows.Sum(r => Finite(r.Low) + Finite(r.High)) + component.High.Sum(Finite));
        _linear = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("The linear solver GLOP is missing.");
        _linear.SetSolverSpecificParametersAsString("use_preprocessing:false");
        _variables = [.. component.Cells.Select((_, i) => _linear.MakeNumVar(component.Low[i], Math.Min(component.High[i], _ceiling), ""))];
        foreach (var (terms, low, high) in component.Rows)
        {
            var row = _linear.MakeConstraint(low <= -BoundedSystem.Unbounded / 2 ? double.NegativeInfinity : low, high >= BoundedSystem.Unbounded / 2 ? double.PositiveInfinity : high, "");
            foreach (var (place, coefficient) in terms)
            {
                row.SetCoefficient(_variables[place], row.GetCoefficient(_variables[place]) + coefficient);
            }
        }

        _seenLow = Enumerable.Repeat(long.MaxValue, _variables.Length).ToArray();
        _seenHigh = Enumerable.Repeat(long.MinValue, _variables.Length).ToArray();
    }

    /// <summary>Whether any solution exists, as far as the linear programme can tell.</summary>
    public bool IsPossible() => _linear.Solve() is not Solver.ResultStatus.INFEASIBLE;

    /// <param name="place">The unknown, by its place in the component.</param>
    public Interval Of(int place)
    {
        var (low, isLowProved) = End(place, isHigh: false);
        var (high, isHighProved) = End(place, isHigh: true);
        return new Interval(low, high > _ceiling / 2 ? null : high, isLowProved && (isHighProved || high > _ceiling / 2));
    }

    /// <summary>The same, with both ends from the integer solver: what an alarm rests on.</summary>
    public Interval Proved(int place)
    {
        var (low, isLowProved) = Whole(place, isHigh: false, _component.Low[place], WorkForAlarm);
        var (high, isHighProved) = Whole(place, isHigh: true, _component.High[place], WorkForAlarm);
        return new Interval(low, high > _ceiling / 2 ? null : high, isLowProved && isHighProved);
    }

    public void Dispose() => _linear.Dispose();

    private static long Finite(long bound) => Math.Abs(bound) >= BoundedSystem.Unbounded / 2 ? 0 : Math.Abs(bound);

    private (long Bound, bool IsProved) End(int place, bool isHigh)
    {
        var known = isHigh ? Math.Min(_component.High[place], _ceiling) : _component.Low[place];
        if (Reached(place, known, isHigh))
        {
            return (known, true);
        }

        var objective = _linear.Objective();
        objective.Clear();
        objective.SetCoefficient(_variables[place], 1);
        objective.SetOptimizationDirection(isHigh);
        if (_linear.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return Whole(place, isHigh, known, WorkForOne);
        }

        var value = _variables[place].SolutionValue();
        See([.. _variables.Select(v => v.SolutionValue())]);
        var bound = isHigh ? (long)Math.Floor(value + Tolerance) : (long)Math.Ceiling(value - Tolerance);
        bound = isHigh ? Math.Min(bound, known) : Math.Max(bound, known);
        return Reached(place, bound, isHigh) || bound > _ceiling / 2 ? (bound, true) : Whole(place, isHigh, bound, WorkForOne);
    }

    private bool Reached(int place, long bound, bool isHigh) => isHigh ? _seenHigh[place] >= bound : _seenLow[place] <= bound;

    private (long Bound, bool IsProved) Whole(int place, bool isHigh, long bound, double most)
    {
        if (_work > WorkForOpen && most < WorkForAlarm)
        {
            return (bound, false);
        }

        var (found, isProved, solution, work) = WholeSolver.Solve(_component, place, isHigh, _ceiling, most);
        _work += work;
        if (solution is not null)
        {
            See([.. solution.Select(v => (double)v)]);
        }

        return isProved ? (found, true) : (bound, false);
    }

    /// <summary>A solution counts where it is whole and adds up.</summary>
    private void See(double[] values)
    {
        var solution = new long[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            solution[i] = (long)Math.Round(values[i]);
            if (Math.Abs(values[i] - solution[i]) > Tolerance)
            {
                return;
            }
        }

        if (_component.Fits(solution))
        {
            for (var i = 0; i < solution.Length; i++)
            {
                _seenLow[i] = Math.Min(_seenLow[i], solution[i]);
                _seenHigh[i] = Math.Max(_seenHigh[i], solution[i]);
            }
        }
    }
}
