using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;
using Google.OrTools.LinearSolver;

namespace Anonymize.Contingency.Moves;

/// <summary>The question of <see cref="ProgrammeMoves"/> in whole numbers (branch and bound, SCIP): the first solution it finds within its nodes.</summary>
internal sealed class WholeProgramme(ContingencySystem system)
{
    private const string Limits = "limits/nodes = 200\nlimits/solutions = 1\nseparating/maxroundsroot = 0\nseparating/maxrounds = 0\n";

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        budget.Spend(1_000L * system.Count);
        using var solver = Solver.CreateSolver("SCIP") ?? throw new InvalidOperationException("The integer solver SCIP is missing.");
        var up = new Dictionary<int, Variable>();
        var down = new Dictionary<int, Variable>();
        solver.Objective().SetMinimization();
        // Nobody needs more than all persons to move; a bound keeps the branching finite.
        var most = system.Values.Max() + question.Amount;
        for (var cell = 0; cell < system.Count; cell++)
        {
            var price = question.Prices[cell];
            if ((cell == question.Cell && !question.IsDifference) || price < question.Limit)
            {
                up[cell] = solver.MakeIntVar(0, Math.Min(system.RoomUp[cell], most), "");
                down[cell] = solver.MakeIntVar(0, Math.Min(question.RoomDown(system, cell), most), "");
                solver.Objective().SetCoefficient(up[cell], price + 1e-3);
                solver.Objective().SetCoefficient(down[cell], price + 1e-3);
            }
        }

        foreach (var relation in system.Grid.Relations)
        {
            Add(solver.MakeConstraint(0, 0, ""), relation.Parts.Select(p => (p, 1)).Append((relation.Whole, -1)));
        }

        if (question.IsDifference)
        {
            Add(solver.MakeConstraint(question.Amount, double.PositiveInfinity, ""), [(question.Cell, question.Sign), (question.Less, -question.Sign)]);
        }
        else
        {
            var (moving, resting) = question.Sign > 0 ? (up, down) : (down, up);
            moving[question.Cell].SetLb(question.Amount);
            resting[question.Cell].SetUb(0);
        }

        solver.SetSolverSpecificParametersAsString(Limits);
        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return null;
        }

        var changes = up.Keys.Select(c => (Cell: c, Change: (long)Math.Round(up[c].SolutionValue() - down[c].SolutionValue())))
            .Where(c => c.Change != 0).ToDictionary(c => c.Cell, c => c.Change);
        return MoveCheck.Holds(system, question, changes) ? CellMove.Of(changes) : null;

        void Add(Constraint row, IEnumerable<(int Cell, int Sign)> sum)
        {
            foreach (var (cell, sign) in sum)
            {
                if (up.TryGetValue(cell, out var gain))
                {
                    row.SetCoefficient(gain, sign);
                    row.SetCoefficient(down[cell], -sign);
                }
            }
        }
    }
}
