using Google.OrTools.LinearSolver;

namespace Anonymize.Attack;

/// <summary>
/// The same question as <see cref="MoveSolver"/> in whole numbers (branch and bound, SCIP), for the rare linear programme without a whole
/// solution. Takes the first solution it finds: any alternative will do. Limited by nodes, never by a clock, so that the answer is the same
/// everywhere; what it misses counts as unsafe.
/// </summary>
internal sealed class IntegerMoveSolver(AttackSystem system, CellRow[] rows, (int Low, int High)[] bounds, IReadOnlySet<int>? region)
{
    private const string Limits = "limits/nodes = 50\nlimits/solutions = 1\nseparating/maxroundsroot = 0\nseparating/maxrounds = 0\npresolving/maxrounds = 0\n";

    /// <summary>A whole move, or null where there is none or none was found. Rows that are not hidden are known.</summary>
    public Move? Find(MoveRequest request, RowState[] states, IReadOnlyList<int[]> sums)
    {
        using var solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("The integer solver SCIP is missing.");
        var people = Math.Max(system.View.Counts.Sum(), 1);
        var changes = new ColumnChanges(region, system.Columns, request.Removable, most => solver.MakeIntVar(0, Math.Min(most, people), ""));
        foreach (var (plus, minus) in system.Junctions)
        {
            var junction = solver.MakeConstraint(0, 0, "");
            changes.SetCoefficients(junction, plus, 1);
            changes.SetCoefficients(junction, minus, -1);
        }

        for (var r = 0; r < rows.Length; r++)
        {
            if (states[r] != RowState.Hidden)
            {
                changes.SetCoefficients(solver.MakeConstraint(bounds[r].Low, bounds[r].High, ""), rows[r].Columns, 1);
            }
        }

        foreach (var sum in sums)
        {
            changes.SetCoefficients(solver.MakeConstraint(0, 0, ""), sum, 1);
        }

        foreach (var (cell, most) in request.Caps)
        {
            changes.SetCoefficients(solver.MakeConstraint(double.NegativeInfinity, most, ""), cell.Columns, 1);
        }

        var asked = solver.MakeConstraint(request.AtLeast ?? double.NegativeInfinity, request.AtMost ?? double.PositiveInfinity, "");
        foreach (var (column, coefficient) in request.Form.Terms)
        {
            changes.SetCoefficient(asked, column, coefficient);
        }

        changes.Minimise(solver);
        solver.SetSolverSpecificParametersAsString(Limits);
        return solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE
            ? new Move(system.Columns.Select((_, j) => (j, (int)Math.Round(changes.ValueOf(j)))))
            : null;
    }
}
