using Apache.Arrow;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Programme;

/// <summary>Counts the figures of indicators as if each counted thing were a record, so that they become tables as cases do.</summary>
/// <param name="store">Where the figures are.</param>
/// <param name="lists">The present code lists and indicators.</param>
/// <param name="closings">When each quarter's figures stop changing; a quarter that is missing never closes.</param>
public sealed class ProgrammeCounter(CaseStore store, CodeLists lists, IReadOnlyDictionary<string, FigureClosing> closings)
{
    /// <param name="populations">For each population what to count by: <c>quarter</c>, <c>indicator</c> and breakdowns.</param>
    /// <param name="quarters">Codes of the quarters counted.</param>
    public StoreResult<ProgrammeCounts> Count(IReadOnlyDictionary<string, IReadOnlyList<CountColumn>> populations, IReadOnlyList<string> quarters)
    {
        ArgumentNullException.ThrowIfNull(populations);
        return StoreFault.Guard<ProgrammeCounts>(() =>
        {
            StoreResult<IReadOnlyList<StoredUpload>> uploads = store.Uploads();
            StoreResult<IReadOnlyList<Partner>> partners = store.Partners();
            if (!uploads.Succeeded || !partners.Succeeded)
            {
                return uploads.Failure ?? partners.Failure!.Value;
            }

            IReadOnlyList<(PartnerId Partner, ProgrammeFigure Figure)> figures =
                StandingFigures.Read(store, uploads.Value, closings, quarters.ToHashSet(StringComparer.Ordinal));
            return new ProgrammeCounts(
                Complete(figures, quarters),
                populations.ToDictionary(
                    p => p.Key,
                    p => FigureBatch.Make(
                        [.. figures.Where(f => lists.Indicators.Find(f.Figure.Indicator)?.Population == p.Key)], p.Value, [.. partners.Value.Select(partner => partner.Id)], lists),
                    StringComparer.Ordinal));
        });
    }

    private HashSet<string> Complete(IReadOnlyList<(PartnerId Partner, ProgrammeFigure Figure)> figures, IReadOnlyList<string> quarters)
    {
        var reported = figures.Select(f => (f.Partner, f.Figure.Indicator, f.Figure.Quarter)).ToHashSet();
        return lists.Indicators.All
            .Where(indicator => quarters.All(quarter => indicator.Reporters.Count == 0
                ? reported.Any(r => r.Indicator == indicator.Code && r.Quarter == quarter)
                : indicator.Reporters.All(partner => reported.Contains((partner, indicator.Code, quarter)))))
            .Select(indicator => indicator.Code)
            .ToHashSet(StringComparer.Ordinal);
    }
}
