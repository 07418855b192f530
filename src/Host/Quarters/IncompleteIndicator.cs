using Host.Composition;
using Host.Outcomes;
using Ingest.Intake;
using Ingest.Programme;
using Publication.Releases;
using Publication.Tables;

namespace Host.Quarters;

/// <summary>An indicator of the National Action Plan that is left out of a period's tables, since somebody has not reported it by the cut-off.</summary>
/// <param name="Code">As the catalogue has it.</param>
/// <param name="Name">As the code list has it.</param>
/// <param name="Owed">Who owes it, and for which quarters.</param>
internal sealed record IncompleteIndicator(string Code, Text Name, IReadOnlyList<OwedFigures> Owed)
{
    /// <summary>The same text for the same duties, whatever the language.</summary>
    public string Canonical => $"{Code}: {string.Join(", ", Owed.Select(owed => $"{owed.Partner?.Tr} {string.Join(' ', owed.Quarters)}"))}";

    /// <summary>As the figures stand now, in the order of the catalogue.</summary>
    public static Outcome<IReadOnlyList<IncompleteIndicator>> Of(ReleasePeriod period, ReleaseDesk desk)
    {
        var partners = desk.Store.Partners();
        if (!partners.TryGet(out var registered))
        {
            return StoreFailures.Of(partners.Failure!.Value);
        }

        if (!desk.Counts.MissingFigures(period).Succeeded(out var missing, out var failure))
        {
            return failure;
        }

        var names = registered.ToDictionary(partner => partner.Id, partner => new Text(partner.NameTr, partner.NameEn));
        var codes = desk.Lists[IndicatorCatalogue.Variable].Codes.ToDictionary(code => code.Code, code => new Text(code.Label.Tr, code.Label.En), StringComparer.Ordinal);
        return missing.GroupBy(figure => figure.Indicator, StringComparer.Ordinal)
            .Select(figures => new IncompleteIndicator(
                figures.Key,
                codes[figures.Key],
                [.. figures.GroupBy(figure => figure.Partner).Select(owed => new OwedFigures(owed.Key is { } id ? NameOf(id) : null, [.. owed.Select(figure => figure.Quarter)]))]))
            .ToArray();

        // The catalogue may name a partner that this installation does not have, or not yet.
        Text NameOf(PartnerId id) => names.GetValueOrDefault(id) ?? new Text(id.Value, id.Value);
    }
}
