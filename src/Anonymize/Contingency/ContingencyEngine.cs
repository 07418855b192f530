using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency;

/// <summary>
/// Hides as little of any tables as their rules allow. The form of the system decides how (disclosure control, 4.1): networks are searched along paths and bounded by
/// cuts; the others by boxes first and by programmes where boxes do not reach.
/// </summary>
internal static class ContingencyEngine
{
    /// <summary>Cells up to which programmes look for what boxes have found already, only cheaper.</summary>
    private const int ProgrammeLimit = 12_000;

    /// <summary>Shown cells that a programme is given, the cheapest ones.</summary>
    private const int CheapCells = 1_200;

    public static ContingencyProtection Protect(ContingencySystem system, long budget, CancellationToken cancel)
    {
        var work = new WorkBudget(budget, cancel);
        // A network says what there is not as well, and not all there is may be in it.
        if (system.Trees.All(t => t.IsComplete) && CellNetwork.Of(system) is { } network)
        {
            var paths = new PatternSearch(system, [new NetworkMoves(network, system)], work);
            var suppressor = new NetworkSuppressor(system, network, paths, work);
            return Result(system, paths, suppressor.Solve(), suppressor.Bound, work);
        }

        var boxes = new CubeMoves(system);
        var search = new PatternSearch(system, [boxes], work);
        if (search.Start(guide: null))
        {
            search.Improve();
            if (system.Count > ProgrammeLimit)
            {
                return Result(system, search, isSafe: true, bound: 0, work);
            }
        }

        using var programmes = new PartProgrammes(system, WorthMoving(system, search));
        var finer = new PatternSearch(system, [boxes, programmes], work);
        finer.Restore(search.Snapshot());
        if (finer.Start(guide: null))
        {
            finer.Improve();
            return Result(system, finer, isSafe: true, bound: 0, work);
        }

        // What neither boxes nor a small programme reaches is asked of all cells.
        using var complete = new PartProgrammes(system);
        var last = new PatternSearch(system, [boxes, complete], work);
        last.Restore(finer.Snapshot());
        return Result(system, last, last.Start(guide: null), bound: 0, work);
    }

    /// <summary>Cells that a cheaper pattern may use: what is hidden, what nobody prints, and the cheapest of the others.</summary>
    private static bool[] WorthMoving(ContingencySystem system, PatternSearch search)
    {
        var cheap = Enumerable.Range(0, system.Count).Where(c => system.IsPrinted[c] && !system.IsOpen[c] && !search.IsHidden(c))
            .OrderBy(c => system.Costs[c]).ThenBy(c => c).Take(CheapCells).ToHashSet();
        return [.. Enumerable.Range(0, system.Count).Select(c => !system.IsPrinted[c] || search.IsHidden(c) || cheap.Contains(c))];
    }

    private static ContingencyProtection Result(ContingencySystem system, PatternSearch search, bool isSafe, double bound, WorkBudget work) => new()
    {
        System = system,
        IsHidden = [.. Enumerable.Range(0, system.Count).Select(search.IsHidden)],
        Witnesses = isSafe ? [.. search.Witnesses.Select(w => w!).Distinct()] : [],
        Secondaries = search.Secondaries().Count(),
        Cost = search.Cost(),
        LowerBound = Math.Min(bound, search.Cost()),
        IsBudgetExceeded = work.IsExceeded,
        Work = work.Spent,
        Blocking = isSafe ? null : search.Blocking,
    };
}
