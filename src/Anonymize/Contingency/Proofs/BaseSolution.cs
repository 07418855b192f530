using Anonymize.Contingency.Systems;
using Google.OrTools.LinearSolver;

namespace Anonymize.Contingency.Proofs;

/// <summary>Whole figures for all cells that agree with everything published; any, not the truth.</summary>
internal static class BaseSolution
{
    private const string Limits = "limits/nodes = 2000\nlimits/solutions = 1\nparallel/maxnthreads = 1\n";

    /// <param name="published">What is published.</param>
    /// <param name="least">A hidden cell is at least this.</param>
    /// <returns>[cell] values; null where none was found within the limits.</returns>
    public static long[]? Find(PublishedCells published, int least) => Solve(published, least, "GLOP") ?? Solve(published, least, "SCIP");

    private static long[]? Solve(PublishedCells published, int least, string kind)
    {
        using var solver = Solver.CreateSolver(kind) ?? throw new InvalidOperationException($"The solver {kind} is missing.");
        var isWhole = string.Equals(kind, "SCIP", StringComparison.Ordinal);
        var variables = published.Shown.Select((shown, cell) =>
        {
            var (low, high) = shown is { } value ? (value, (double)value) : (published.IsPrinted[cell] ? least : 0, double.PositiveInfinity);
            return isWhole ? solver.MakeIntVar(low, high, "") : solver.MakeNumVar(low, high, "");
        }).ToArray();
        foreach (var relation in published.Grid.Relations)
        {
            var row = solver.MakeConstraint(0, 0, "");
            row.SetCoefficient(variables[relation.Whole], -1);
            foreach (var part in relation.Parts)
            {
                row.SetCoefficient(variables[part], 1);
            }
        }

        solver.Objective().SetMinimization();
        if (isWhole)
        {
            solver.SetSolverSpecificParametersAsString(Limits);
        }

        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return null;
        }

        var values = variables.Select(v => (long)Math.Round(v.SolutionValue())).ToArray();
        return published.Grid.Relations.All(r => r.Parts.Sum(p => values[p]) == values[r.Whole])
            && values.Index().All(v => v.Item >= 0 && (published.Shown[v.Index] is { } shown ? v.Item == shown : v.Item >= (published.IsPrinted[v.Index] ? least : 0)))
                ? values
                : null;
    }
}
