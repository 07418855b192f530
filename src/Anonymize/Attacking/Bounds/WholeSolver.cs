using System.Globalization;
using Google.OrTools.Sat;

namespace Anonymize.Attacking.Bounds;

/// <summary>One end of one unknown in whole numbers (CP-SAT): single-threaded, limited by its own steps and not by a clock.</summary>
internal static class WholeSolver
{
    /// <param name="component">The unknowns and rows.</param>
    /// <param name="place">The unknown that is asked for.</param>
    /// <param name="isHigh">Whether its largest value is asked for.</param>
    /// <param name="ceiling">Stands for no upper bound.</param>
    /// <param name="most">Limit, in the solver's own units of work.</param>
    /// <returns>The end, whether it is proved, a solution that reaches what was found, and the work done.</returns>
    public static (long Bound, bool IsProved, long[]? Solution, double Work) Solve(Component component, int place, bool isHigh, long ceiling, double most)
    {
        var model = new CpModel();
        IntVar[] variables = [.. component.Cells.Select((_, i) => model.NewIntVar(component.Low[i], Math.Max(component.Low[i], Math.Min(component.High[i], ceiling)), ""))];
        foreach (var (terms, low, high) in component.Rows)
        {
            var sum = LinearExpr.WeightedSum(terms.Select(t => variables[t.Place]), terms.Select(t => (long)t.Coefficient));
            model.AddLinearConstraint(sum, Math.Max(low, -BoundedSystem.Unbounded), Math.Min(high, BoundedSystem.Unbounded));
        }

        if (isHigh)
        {
            model.Maximize(variables[place]);
        }
        else
        {
            model.Minimize(variables[place]);
        }

        var solver = new CpSolver { StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:1 random_seed:1 max_deterministic_time:{most}") };
        var status = solver.Solve(model);
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? (solver.Value(variables[place]), status == CpSolverStatus.Optimal, [.. variables.Select(solver.Value)], solver.Response?.DeterministicTime ?? most)
            : (0, false, null, most);
    }
}
