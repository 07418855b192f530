using Anonymize.Attack;
using Anonymize.Audit;
using Anonymize.Protection;

namespace Anonymize.Suppress;

/// <summary>
/// Chooses what to hide. Starts from the cells that the rules forbid to show, asks for every requirement what it would cost to meet it (a
/// linear programme in which every printed cell may move at its price), hides what the cheapest answer moves, and at the end shows again
/// every cell that turns out not to be needed. Every pattern on the way is audited, so the last one is safe as it stands.
/// </summary>
internal sealed class Suppressor(
    IReadOnlyList<PrintedCell> cells, IReadOnlyList<AuditedRequirement> requirements, RegionalSolver solver, Auditor auditor, CancellationToken cancel)
{
    /// <summary>How often a cell is forbidden to be hidden, to see whether the rest is cheaper.</summary>
    public const int ImprovementAttempts = 12;

    /// <summary>A first pattern that cost more units than this is kept as it is.</summary>
    public const int ImprovementLimit = 1_000;

    /// <summary>How many times the work of the first pattern the search for a cheaper one may cost.</summary>
    public const int ImprovementShare = 2;

    /// <summary>Row of the first requirement that cannot be met whatever is hidden; null where the pattern is safe.</summary>
    public AuditedRequirement? Blocking { get; private set; }

    /// <summary>Positions of the cells that a rule forbids to show.</summary>
    public required IReadOnlySet<int> Primaries { get; init; }

    /// <summary>Is told each time which further share of the requirements the first pattern meets.</summary>
    public Action<double> Met { get; init; } = _ => { };

    /// <summary>Finds a safe pattern and improves it; false where there is none to be found.</summary>
    public bool Solve()
    {
        var startedAt = solver.Work;
        if (!SolveKeeping(new HashSet<int>(), Met))
        {
            return false;
        }

        if (solver.Work - startedAt <= ImprovementLimit)
        {
            Improve(startedAt);
        }

        return true;
    }

    /// <summary>
    /// Forbids in turn to hide the dearest of the cells hidden for others' sake and solves again; keeps what loses fewer persons. A greedy
    /// start may have paid a large cell where two small ones would have done.
    /// </summary>
    private void Improve(long startedAt)
    {
        var kept = new HashSet<int>();
        var tried = new HashSet<int>();
        var best = Hidden().ToArray();
        var loss = Loss();
        var allowance = ImprovementShare * Math.Max(solver.Work - startedAt, 20);
        startedAt = solver.Work;
        for (var attempt = 0; attempt < ImprovementAttempts && solver.Work - startedAt < allowance; attempt++)
        {
            var dearest = best.Where(r => !Primaries.Contains(r) && !tried.Contains(r) && cells[r].Row.Truth > 0)
                .OrderByDescending(r => cells[r].Row.Truth).ThenBy(r => r).Select(r => (int?)r).FirstOrDefault();
            if (dearest is not { } row)
            {
                break;
            }

            kept.Add(row);
            if (SolveKeeping(kept, _ => { }) && Loss() < loss)
            {
                best = [.. Hidden()];
                loss = Loss();
            }
            else
            {
                kept.Remove(row);
                tried.Add(row);
            }
        }

        Blocking = null;
        Restore(best);
    }

    private bool SolveKeeping(IReadOnlySet<int> keptOpen, Action<double> met)
    {
        for (var r = 0; r < cells.Count; r++)
        {
            solver[r] = Primaries.Contains(r) ? RowState.Hidden : RowState.Known;
        }

        foreach (var requirement in requirements)
        {
            if (!Meet(requirement, keptOpen))
            {
                Blocking = requirement;
                return false;
            }

            met(1.0 / requirements.Count);
        }

        Thin();
        return true;
    }

    /// <summary>Persons in hidden cells, the measure of loss.</summary>
    public long Loss() => Hidden().Sum(r => (long)cells[r].Row.Truth);

    public IEnumerable<int> Hidden() => Enumerable.Range(0, cells.Count).Where(r => solver[r] == RowState.Hidden);

    private void Restore(int[] hidden)
    {
        for (var r = 0; r < cells.Count; r++)
        {
            solver[r] = hidden.Contains(r) ? RowState.Hidden : RowState.Known;
        }
    }

    private bool Meet(AuditedRequirement requirement, IReadOnlySet<int> keptOpen)
    {
        while (!auditor.Holds(requirement))
        {
            cancel.ThrowIfCancellationRequested();
            var touched = new List<int>();
            Price(keptOpen, RowState.Known, RowState.Priced);
            var met = auditor.Holds(requirement, touched);
            Price(keptOpen, RowState.Priced, RowState.Known);
            if (touched.Count == 0)
            {
                // Met after all by a whole solution that moves nothing printed, or out of reach.
                return met;
            }

            foreach (var row in touched)
            {
                solver[row] = RowState.Hidden;
            }
        }

        return true;
    }

    private void Price(IReadOnlySet<int> keptOpen, RowState from, RowState to)
    {
        for (var r = 0; r < cells.Count; r++)
        {
            if (!cells[r].IsForced && !keptOpen.Contains(r) && solver[r] == from)
            {
                solver[r] = to;
            }
        }
    }

    /// <summary>Shows hidden cells again, the largest first, where every requirement still holds.</summary>
    private void Thin()
    {
        foreach (var row in Hidden().Where(r => !Primaries.Contains(r)).OrderByDescending(r => cells[r].Row.Truth).ThenBy(r => cells[r].Row.Cell.Key, StringComparer.Ordinal).ToArray())
        {
            cancel.ThrowIfCancellationRequested();
            solver[row] = RowState.Known;
            if (!requirements.All(q => auditor.Holds(q)))
            {
                solver[row] = RowState.Hidden;
            }
        }
    }
}
