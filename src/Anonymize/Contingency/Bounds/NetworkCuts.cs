using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Bounds;

/// <summary>
/// Cuts of a network that a fractional pattern violates. What a goal needs must flow around its cell, and across every cut of places the hidden cells must have
/// the room for it (the capacity constraints of Fischetti and Salazar-González 2000, found by smallest cuts instead of programmes).
/// </summary>
internal sealed class NetworkCuts(CellNetwork network, ContingencySystem system)
{
    private const double Violation = 1e-4;

    private const double Creep = 1e-3;

    /// <summary>Cuts for one goal at a time.</summary>
    private const int Nested = 4;

    private readonly NetworkFlow _flow = new(network);

    /// <summary>Cuts that the pattern violates for this goal, none in common between them; empty where it violates none.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="hidden">By cell, how far it is hidden, 0 to 1; cells that nobody prints are 1.</param>
    /// <param name="budget">Is charged.</param>
    public IReadOnlyList<Cut> Violated(Goal goal, double[] hidden, WorkBudget budget)
    {
        if (goal.Less >= 0)
        {
            // What flows through one of two cells and not through the other is no smallest cut between two places: nothing is said, and the bound stays one.
            return [];
        }

        var before = _flow.Work;
        var cuts = new List<Cut>();
        double[]? raised = null;
        while (cuts.Count < Nested && (goal.Sign == 0 ? Either(goal, raised ?? hidden) : Side(goal, goal.Sign, raised ?? hidden)) is { } cut)
        {
            cuts.Add(cut);
            raised ??= (double[])hidden.Clone();
            foreach (var cell in cut.Cells)
            {
                raised[cell] = 1;
            }

            if (cut.Cells.Length == 0)
            {
                break;
            }
        }

        budget.Spend(_flow.Work - before);
        return cuts;
    }

    /// <summary>One more or one less: what may flow either way together must be one.</summary>
    private Cut? Either(Goal goal, double[] hidden)
    {
        if (goal.Excluded.Length > 0 || goal.Rise > 0)
        {
            return null;
        }

        var up = Side(goal, 1, hidden);
        var down = up is null ? null : Side(goal, -1, hidden);
        if (up is null || down is null)
        {
            return null;
        }

        int[] cells = [.. up.Cells.Union(down.Cells).Order()];
        return cells.Sum(c => hidden[c]) < 1 - Violation ? new Cut(cells, [.. cells.Select(_ => 1.0)], 1) : null;
    }

    private Cut? Side(Goal goal, int sign, double[] hidden)
    {
        var question = new MoveQuestion(goal.Cell, sign, goal.Amount, [], 0, goal.Against);
        var (cell, amount) = (goal.Cell, goal.Amount);
        if (question.Room(system) < amount)
        {
            return new Cut([], [], amount);
        }

        // A little room everywhere: among cuts of equal room the one with the fewest cells says most.
        var (from, to) = sign > 0 ? (network.Heads[cell], network.Tails[cell]) : (network.Tails[cell], network.Heads[cell]);
        if (from == to || _flow.Max(from, to, cell, amount, (c, isUp) => Room(question, c, isUp) * Math.Min(hidden[c] + Creep, 1)) >= amount - Violation)
        {
            return null;
        }

        var cells = new List<int>();
        var coefficients = new List<double>();
        var least = (double)amount;
        for (var c = 0; c < network.Tails.Length; c++)
        {
            var (near, far) = (_flow.IsNear(network.Tails[c]), _flow.IsNear(network.Heads[c]));
            if (c == cell || near == far || system.IsOpen[c])
            {
                continue;
            }

            var room = Room(question, c, isUp: near);
            if (!system.IsPrinted[c])
            {
                least -= room;
            }
            else if (room > 0)
            {
                cells.Add(c);
                coefficients.Add(room);
            }
        }

        return new Cut([.. cells], [.. coefficients.Select(r => Math.Min(r, least))], least);
    }

    private double Room(MoveQuestion question, int cell, bool isUp) =>
        system.IsOpen[cell] ? 0 : Math.Min(isUp ? system.RoomUp[cell] : question.RoomDown(system, cell), question.Amount);
}
