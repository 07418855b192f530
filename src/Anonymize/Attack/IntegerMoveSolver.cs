using Google.OrTools.Sat;

namespace Anonymize.Attack;

/// <summary>
/// The same question as <see cref="MoveSolver"/> in whole numbers (CP-SAT), for the rare linear programme without a whole solution. Looks only
/// among columns that hold somebody, that the linear solution used or that the question is about: fewer alternatives, so what it finds is
/// valid and what it misses counts as unsafe. Limited by deterministic units, never by a clock, so that the answer is the same everywhere.
/// </summary>
internal sealed class IntegerMoveSolver(AttackSystem system, CellRow[] rows, (int Low, int High)[] bounds)
{
    private const string Parameters = "num_workers:1 random_seed:1 max_deterministic_time:0.25";

    /// <summary>A whole move, or null where there is none or none was found. Rows that are not hidden are known.</summary>
    public Move? Find(MoveRequest request, RowState[] states, IReadOnlyList<int[]> sums, bool[] support)
    {
        var model = new CpModel();
        var people = Math.Max(system.View.Counts.Sum(), 1);
        var asked = request.Form.Terms.Select(t => t.Column).ToHashSet();
        var change = new IntVar?[system.Columns.Length];
        var size = new List<IntVar>();
        for (var j = 0; j < change.Length; j++)
        {
            if (support[j] || request.Removable[j] > 0 || asked.Contains(j))
            {
                change[j] = model.NewIntVar(-request.Removable[j], people, "");
                size.Add(model.NewIntVar(0, people, ""));
                model.AddAbsEquality(size[^1], change[j]!);
            }
        }

        foreach (var (plus, minus) in system.Junctions)
        {
            model.Add(Sum(plus, change) == Sum(minus, change));
        }

        for (var r = 0; r < rows.Length; r++)
        {
            if (states[r] != RowState.Hidden)
            {
                model.AddLinearConstraint(Sum(rows[r].Columns, change), bounds[r].Low, bounds[r].High);
            }
        }

        foreach (var sum in sums)
        {
            model.Add(Sum(sum, change) == 0);
        }

        var form = LinearExpr.WeightedSum(request.Form.Terms.Select(t => change[t.Column]!), request.Form.Terms.Select(t => (long)t.Coefficient));
        model.AddLinearConstraint(form, request.AtLeast ?? -people, request.AtMost ?? people);
        foreach (var (cell, most) in request.Caps)
        {
            model.Add(Sum(cell.Columns, change) <= most);
        }

        model.Minimize(LinearExpr.Sum(size));
        var solver = new CpSolver { StringParameters = Parameters };
        var status = solver.Solve(model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        return new Move(change.Select((c, j) => (j, c is null ? 0 : (int)solver.Value(c))));
    }

    private static LinearExpr Sum(int[] columns, IntVar?[] change) => LinearExpr.Sum(columns.Select(c => change[c]).OfType<IntVar>());
}
