using System.Globalization;
using Anonymize.Contingency.Systems;
using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using LinearExpr = Google.OrTools.Sat.LinearExpr;

namespace Anonymize.Contingency.Proofs;

/// <summary>Whole figures for all cells that agree with everything published; any, not the truth.</summary>
internal static class BaseSolution
{
    /// <summary>Of the solver of whole numbers, in its own units of work.</summary>
    private const double Most = 20;

    /// <summary>Rounds in which the bounds of cells are told to the lines they stand in.</summary>
    private const int Rounds = 5;

    /// <param name="published">What is published.</param>
    /// <param name="least">A hidden cell is at least this.</param>
    /// <returns>[cell] values; null where none was found within the limits.</returns>
    public static long[]? Find(PublishedCells published, int least) => Agreeing(published, least, Vertex(published, least)) ?? Agreeing(published, least, Whole(published, least));

    /// <summary>A vertex by linear programme, which is whole more often than not.</summary>
    private static long[]? Vertex(PublishedCells published, int least)
    {
        using var solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("The linear solver GLOP is missing.");
        var variables = published.Shown.Select((shown, cell) => shown is { } value
            ? solver.MakeNumVar(value, value, "")
            : solver.MakeNumVar(LeastOf(published, cell, least), double.PositiveInfinity, "")).ToArray();
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
        return solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? [.. variables.Select(v => (long)Math.Round(v.SolutionValue()))] : null;
    }

    /// <summary>In whole numbers (CP-SAT): single-threaded, limited by its own steps and not by a clock. Only what is not shown is asked for.</summary>
    private static long[]? Whole(PublishedCells published, int least)
    {
        var lines = published.Grid.Relations.Select(r => Line.Of(published, r)).Where(l => l.Parts.Length > 0 || l.Whole >= 0).ToArray();
        var high = Highest(published, lines);
        var model = new CpModel();
        var variables = published.Shown.Select((shown, cell) => shown is null ? model.NewIntVar(LeastOf(published, cell, least), Math.Max(high[cell], least), "") : null).ToArray();
        foreach (var line in lines)
        {
            int[] cells = line.Whole < 0 ? line.Parts : [.. line.Parts, line.Whole];
            var sum = LinearExpr.WeightedSum(cells.Select(c => variables[c]!), cells.Select(c => c == line.Whole ? -1L : 1L));
            model.AddLinearConstraint(sum, line.Left, line.Left);
        }

        var solver = new CpSolver { StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:1 random_seed:1 max_deterministic_time:{Most}") };
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? [.. published.Shown.Select((shown, cell) => shown ?? solver.Value(variables[cell]!))] : null;
    }

    /// <summary>[cell] what no figure that agrees passes, or as good as that: larger ones are not needed.</summary>
    private static long[] Highest(PublishedCells published, Line[] lines)
    {
        var ceiling = Math.Min(long.MaxValue / 16 / published.Shown.Length, 1_000 + (4 * Math.Min(published.Shown.Max() ?? 0, long.MaxValue / 8)));
        var high = published.Shown.Select(_ => ceiling).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var line in lines)
            {
                var most = line.Left + (line.Whole < 0 ? 0 : high[line.Whole]);
                foreach (var part in line.Parts)
                {
                    high[part] = Math.Min(high[part], most);
                }

                if (line.Whole >= 0)
                {
                    high[line.Whole] = Math.Min(high[line.Whole], line.Parts.Sum(p => high[p]) - line.Left);
                }
            }
        }

        return high;
    }

    private static long[]? Agreeing(PublishedCells published, int least, long[]? values) =>
        values is not null && published.Grid.Relations.All(r => r.Parts.Sum(p => values[p]) == values[r.Whole])
        && values.Index().All(v => v.Item >= 0 && (published.Shown[v.Index] is { } shown ? v.Item == shown : v.Item >= LeastOf(published, v.Index, least)))
            ? values
            : null;

    private static int LeastOf(PublishedCells published, int cell, int least) => published.IsPrinted[cell] ? least : 0;

    /// <summary>A relation without what is shown in it: the parts, less the whole where it is not shown either, are <paramref name="Left"/>.</summary>
    private sealed record Line(int[] Parts, int Whole, long Left)
    {
        public static Line Of(PublishedCells published, Relation relation) => new(
            [.. relation.Parts.Where(p => published.Shown[p] is null)],
            published.Shown[relation.Whole] is null ? relation.Whole : -1,
            (published.Shown[relation.Whole] ?? 0) - relation.Parts.Sum(p => published.Shown[p] ?? 0));
    }
}
