using System.Runtime.CompilerServices;
using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Suppression;

/// <summary>
/// Says what is missing in a set of alternatives: for those who know only what is published, for each set of partners, and for each person. An alternative stands against
/// an insider if it has all the records that this one knows (disclosure control, 2.5); one alternative serves all whom it does not touch.
/// </summary>
internal sealed class InsiderAudit(ContingencySystem system)
{
    private readonly ConditionalWeakTable<CellMove, int[]> _emptied = [];
    private readonly bool[] _isAsked = Asked(system);

    /// <summary>Goals that nothing reaches yet, in the order of the requirements.</summary>
    public List<Goal> Missing(IReadOnlyList<CellMove?> held)
    {
        var touching = new Dictionary<int, List<CellMove>>();
        foreach (var move in held.Where(m => m is not null).Distinct(ReferenceEqualityComparer.Instance).Cast<CellMove>())
        {
            foreach (var cell in move.Cells.Where(c => _isAsked[c]))
            {
                if (!touching.TryGetValue(cell, out var moves))
                {
                    touching.Add(cell, moves = []);
                }

                moves.Add(move);
            }
        }

        var missing = new List<Goal>();
        foreach (var requirement in system.Requirements.Concat(system.RequirementsLeft))
        {
            var moves = touching.GetValueOrDefault(requirement.Cell) ?? [];
            if (requirement.Less >= 0)
            {
                moves = [.. moves.Union(touching.GetValueOrDefault(requirement.Less) ?? [])];
            }

            missing.AddRange(Goal.Missing(requirement, [.. moves.Where(m => requirement.Against?.Admits(m, system.Values) != false).Select(requirement.ChangeBy)]));
            if (system.HasPersons && requirement.Against is null)
            {
                missing.AddRange(ForPersons(requirement, moves));
            }
        }

        return missing;
    }

    /// <summary>
    /// Every person keeps the own record. Somebody in the cell never sees it empty, and has nobody there to learn about when alone in it. Persons whom every alternative of a
    /// goal would remove ask for another one.
    /// </summary>
    private IEnumerable<Goal> ForPersons(Requirement requirement, List<CellMove> moves)
    {
        var value = system.Values[requirement.Cell] - (requirement.Less < 0 ? 0 : system.Values[requirement.Less]);
        Goal[] goals = requirement is { Down: 0, Up: 0 } ? [new Goal(requirement.Cell, 0, 1, []) { Less = requirement.Less }] : [.. Goal.Of(requirement with { Distinct = 1 })];
        foreach (var goal in goals)
        {
            var removed = RemovedByAll(moves, goal);
            var outside = removed.Where(c => !IsInside(requirement, c)).ToArray();
            if (outside.Length > 0)
            {
                yield return goal with { Against = outside.Length == 1 ? Insider.Person(outside[0]) : Insider.Persons(outside) };
            }

            if (value < 2 && !requirement.IsOfOthers)
            {
                continue;
            }

            var reduced = (goal.Sign < 0 || goal.Rise > 0) && !requirement.IsOfOthers ? goal with { Amount = Math.Min(goal.Amount, value - 1) } : goal;
            foreach (var person in RemovedByAll(moves, reduced).Where(c => IsInside(requirement, c)))
            {
                yield return reduced with { Against = Insider.Person(person) };
            }
        }
    }

    /// <summary>Columns whose persons are gone in every alternative that reaches a goal; none where nothing reaches it.</summary>
    private int[] RemovedByAll(List<CellMove> moves, Goal goal)
    {
        int[]? removed = null;
        foreach (var move in moves.Where(m => goal.IsReachedBy(m, system.Values)))
        {
            var emptied = _emptied.GetValue(move, Emptied);
            removed = removed is null ? emptied : [.. removed.Where(c => Array.BinarySearch(emptied, c) >= 0)];
            if (removed.Length == 0)
            {
                break;
            }
        }

        return removed ?? [];
    }

    private int[] Emptied(CellMove move) =>
        [.. move.Cells.Zip(move.Deltas).Where(c => c.First < system.Grid.Columns && c.Second < 0 && system.Values[c.First] + c.Second < 1).Select(c => c.First)];

    /// <summary>Persons of the column are counted in the cell that the requirement is about.</summary>
    private bool IsInside(Requirement requirement, int column) =>
        !requirement.IsOfOthers && IsIn(requirement.Cell, column) && (requirement.Less < 0 || !IsIn(requirement.Less, column));

    private bool IsIn(int cell, int column)
    {
        var (nodes, classes) = (system.Grid.NodesOf(cell), system.Grid.NodesOf(column));
        return nodes.Index().All(n => Array.BinarySearch(system.Grid.Variables[n.Index].ClassesOf[n.Item], classes[n.Index]) >= 0);
    }

    private static bool[] Asked(ContingencySystem system)
    {
        var asked = new bool[system.Count];
        foreach (var requirement in system.Requirements.Concat(system.RequirementsLeft))
        {
            asked[requirement.Cell] = true;
            if (requirement.Less >= 0)
            {
                asked[requirement.Less] = true;
            }
        }

        return asked;
    }
}
