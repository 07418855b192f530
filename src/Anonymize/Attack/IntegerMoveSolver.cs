using Google.OrTools.Sat;

namespace Anonymize.Attack;

/// <summary>
/// The same question as <see cref="MoveSolver"/> in whole numbers (CP-SAT), for the rare linear programme without a whole solution. Limited by
/// deterministic units, never by a clock, so that the answer is the same everywhere.
/// </summary>
internal sealed class IntegerMoveSolver(AttackSystem system, CellRow[] rows, (int Low, int High)[] bounds)
{
    private const string Parameters = "num_workers:1 random_seed:1 max_deterministic_time:1.0 cp_model_presolve:true";

    /// <summary>A whole move, or null where there is none or none was found in time. Priced rows may move at a price of one for each row touched.</summary>
    public Move? Find(MoveRequest request, RowState[] states, List<int>? touched)
    {
        var model = new CpModel();
        var people = Math.Max(system.View.Counts.Sum(), 1);
        var change = new IntVar[system.Columns.Length];
        var size = new List<IntVar>();
        for (var j = 0; j < change.Length; j++)
        {
            change[j] = model.NewIntVar(-request.Removable[j], people, "");
            var magnitude = model.NewIntVar(0, people, "");
            model.AddAbsEquality(magnitude, change[j]);
            size.Add(magnitude);
        }

        foreach (var (plus, minus) in system.Junctions)
        {
            model.Add(Sum(plus, change) == Sum(minus, change));
        }

        var switches = new List<(int Row, BoolVar Moves)>();
        for (var r = 0; r < rows.Length; r++)
        {
            if (states[r] == RowState.Known)
            {
                model.AddLinearConstraint(Sum(rows[r].Columns, change), bounds[r].Low, bounds[r].High);
            }
            else if (states[r] == RowState.Priced)
            {
                var moves = model.NewBoolVar("");
                model.AddLinearConstraint(Sum(rows[r].Columns, change), bounds[r].Low, bounds[r].High).OnlyEnforceIf(moves.Not());
                switches.Add((r, moves));
            }
        }

        var form = LinearExpr.WeightedSum(request.Form.Terms.Select(t => change[t.Column]), request.Form.Terms.Select(t => (long)t.Coefficient));
        model.AddLinearConstraint(form, request.AtLeast ?? -people, request.AtMost ?? people);
        foreach (var (cell, most) in request.Caps)
        {
            model.Add(Sum(cell.Columns, change) <= most);
        }

        model.Minimize(LinearExpr.Sum(size) + (LinearExpr.Sum(switches.Select(s => s.Moves)) * people));
        var solver = new CpSolver { StringParameters = Parameters };
        var status = solver.Solve(model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        touched?.Clear();
        touched?.AddRange(switches.Where(s => solver.BooleanValue(s.Moves)).Select(s => s.Row));
        return new Move(change.Select((c, j) => (j, (int)solver.Value(c))));
    }

    private static LinearExpr Sum(int[] columns, IntVar[] change) => LinearExpr.Sum(columns.Select(c => change[c]));
}
