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

    /// <summary>What is missing: by indicator in the order of the catalogue, then by quarter, then by partner.</summary>
    /// <param name="quarters">Codes of the quarters asked for.</param>
    public StoreResult<IReadOnlyList<MissingFigure>> Missing(IReadOnlyList<string> quarters) => StoreFault.Guard<IReadOnlyList<MissingFigure>>(() =>
    {
        StoreResult<IReadOnlyList<StoredUpload>> uploads = store.Uploads();
        return uploads.Succeeded
            ? Missing(StandingFigures.Read(store, uploads.Value, closings, quarters.ToHashSet(StringComparer.Ordinal)), quarters)
            : uploads.Failure!.Value;
    });

    private MissingFigure[] Missing(IReadOnlyList<(PartnerId Partner, ProgrammeFigure Figure)> figures, IReadOnlyList<string> quarters)
    {
        var reported = figures.Select(f => (f.Figure.Indicator, f.Figure.Quarter, f.Partner)).ToHashSet();
        var byAnybody = reported.Select(r => (r.Indicator, r.Quarter)).ToHashSet();
        return
        [
            .. from indicator in lists.Indicators.All
               from quarter in quarters.Order(StringComparer.Ordinal)
               from partner in indicator.Reporters.Count == 0 ? [null] : indicator.Reporters.Select(reporter => (PartnerId?)reporter)
               where partner is { } owed ? !reported.Contains((indicator.Code, quarter, owed)) : !byAnybody.Contains((indicator.Code, quarter))
               select new MissingFigure(indicator.Code, quarter, partner),
        ];
    }

    private HashSet<string> Complete(IReadOnlyList<(PartnerId Partner, ProgrammeFigure Figure)> figures, IReadOnlyList<string> quarters)
    {
        var missing = Missing(figures, quarters).Select(figure => figure.Indicator).ToHashSet(StringComparer.Ordinal);
        return lists.Indicators.All.Select(indicator => indicator.Code).Where(code => !missing.Contains(code)).ToHashSet(StringComparer.Ordinal);
    }
}
