using Google.OrTools.LinearSolver;

namespace Anonymize.Attack;

/// <summary>
/// From a fractional solution of a linear programme down to a whole one: bounds one fractional variable at a time to the nearer whole number
/// and solves again, from where the simplex stands. Halves go up, since moving nobody is what the programme would fall back to. Much cheaper
/// than branch and bound, and mostly enough; where it ends nowhere, nothing is lost but the steps.
/// </summary>
internal sealed class Diving(Solver solver, IReadOnlyList<Variable> variables, double tolerance)
{
    private const int Depth = 24;

    private readonly List<(Variable Variable, double Low, double High)> _bounded = [];

    /// <summary>Linear programmes solved so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The solver holds an optimal, fractional solution; if true, it holds a whole one now. <see cref="Surface"/> must follow.</summary>
    public bool Down()
    {
        for (var step = 0; step < Depth; step++)
        {
            if (Nearest() is not { } fractional)
            {
                return true;
            }

            var value = fractional.SolutionValue();
            var isUp = value - Math.Floor(value) > 0.5 - tolerance;
            if (!Bound(fractional, isUp, value) && !Bound(fractional, !isUp, value))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Gives every variable its bounds back.</summary>
    public void Surface()
    {
        // The last first, so that a variable bounded twice ends as it began.
        for (var b = _bounded.Count - 1; b >= 0; b--)
        {
            _bounded[b].Variable.SetBounds(_bounded[b].Low, _bounded[b].High);
        }

        _bounded.Clear();
    }

    private bool Bound(Variable variable, bool isUp, double value)
    {
        var before = (Low: variable.Lb(), High: variable.Ub());
        variable.SetBounds(isUp ? Math.Ceiling(value) : before.Low, isUp ? before.High : Math.Floor(value));
        Steps++;
        if (solver.Solve() == Solver.ResultStatus.OPTIMAL)
        {
            _bounded.Add((variable, before.Low, before.High));
            return true;
        }

        variable.SetBounds(before.Low, before.High);
        return false;
    }

    /// <summary>The fractional variable that is nearest to a whole number, halves after all others; the first of several.</summary>
    private Variable? Nearest()
    {
        var (nearest, best) = ((Variable?)null, double.PositiveInfinity);
        foreach (var variable in variables)
        {
            var value = variable.SolutionValue();
            var distance = Math.Abs(value - Math.Round(value));
            if (distance > tolerance && distance < best - tolerance)
            {
                (nearest, best) = (variable, distance);
            }
        }

        return nearest;
    }
}
