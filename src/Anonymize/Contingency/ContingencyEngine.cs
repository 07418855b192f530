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

        using var programmes = new ProgrammeMoves(system);
        IMoveFinder[] finders = system.Count <= ProgrammeLimit ? [new CubeMoves(system), programmes] : [new CubeMoves(system)];
        var search = new PatternSearch(system, finders, work);
        var isSafe = search.Start(guide: null);
        if (isSafe)
        {
            search.Improve();
        }

        return Result(system, search, isSafe, bound: 0, work);
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
