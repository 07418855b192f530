using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;
using Google.OrTools.LinearSolver;

namespace Anonymize.Contingency.Bounds;

/// <summary>
/// The cheapest pattern that satisfies the cuts found so far. With fractional cells a bound below which no safe pattern costs; in whole ones, once nothing is
/// violated any more, the best pattern there is.
/// </summary>
internal sealed class CutMaster(ContingencySystem system)
{
    private const string Limits = "limits/nodes = 5000\nparallel/maxnthreads = 1\n";

    private readonly List<Cut> _cuts = [];

    public int Cuts => _cuts.Count;

    public void Add(Cut cut) => _cuts.Add(cut);

    /// <param name="isWhole">Cells are hidden or not.</param>
    /// <param name="budget">Is charged.</param>
    /// <returns>How far each cell is hidden, and what every safe pattern costs at least; null where there is no safe pattern, or none was found within the limits.</returns>
    public (double[] Hidden, double Bound)? Solve(bool isWhole, WorkBudget budget)
    {
        using var solver = Solver.CreateSolver(isWhole ? "SCIP" : "GLOP") ?? throw new InvalidOperationException("A solver is missing.");
        var variables = new Dictionary<int, Variable>();
        foreach (var cut in _cuts)
        {
            var least = cut.Least - cut.Cells.Zip(cut.Coefficients).Where(c => system.IsPrimary[c.First]).Sum(c => c.Second);
            if (least <= 0)
            {
                continue;
            }

            var row = solver.MakeConstraint(least, double.PositiveInfinity, "");
            foreach (var (cell, coefficient) in cut.Cells.Zip(cut.Coefficients).Where(c => !system.IsPrimary[c.First]))
            {
                if (!variables.TryGetValue(cell, out var variable))
                {
                    variables.Add(cell, variable = isWhole ? solver.MakeBoolVar("") : solver.MakeNumVar(0, 1, ""));
                    solver.Objective().SetCoefficient(variable, system.Costs[cell]);
                }

                row.SetCoefficient(variable, Math.Min(coefficient, least));
            }
        }

        solver.Objective().SetMinimization();
        budget.Spend(100L * (_cuts.Count + variables.Count));
        if (isWhole)
        {
            solver.SetSolverSpecificParametersAsString(Limits);
        }

        var status = solver.Solve();
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return null;
        }

        budget.Spend(1000L * (solver.Iterations() + (isWhole ? solver.Nodes() : 0)));
        var hidden = new double[system.Count];
        for (var cell = 0; cell < hidden.Length; cell++)
        {
            hidden[cell] = !system.IsPrinted[cell] || system.IsPrimary[cell] ? 1 : variables.TryGetValue(cell, out var v) ? Math.Clamp(v.SolutionValue(), 0, 1) : 0;
        }

        return (hidden, status == Solver.ResultStatus.OPTIMAL ? solver.Objective().Value() : solver.Objective().BestBound());
    }
}
