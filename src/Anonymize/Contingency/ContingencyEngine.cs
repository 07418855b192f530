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

    public static ContingencyProtection Protect(ContingencySystem system, long budget, CancellationToken cancel)
    {
        var work = new WorkBudget(budget, cancel);
        if (CellNetwork.Of(system) is { } network)
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

        using var programmes = new ProgrammeMoves(system);
        var finer = new PatternSearch(system, [boxes, programmes], work);
        finer.Restore(search.Snapshot());
        var isSafe = finer.Start(guide: null);
        if (isSafe)
        {
            finer.Improve();
        }

        return Result(system, finer, isSafe, bound: 0, work);
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
        Blocking = isSafe ? null : search.Blocking?.Cell,
    };
}
