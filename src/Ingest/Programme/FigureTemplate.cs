using Ingest.Intake;
using Ingest.Schema;
using Ingest.Templates;

namespace Ingest.Programme;

/// <summary>The template of a file of figures, made from the catalogue that such files are read by.</summary>
internal static class FigureTemplate
{
    /// <param name="lists">Code lists with the catalogue.</param>
    /// <param name="partner">Whose indicators, with the columns that these need; none for all.</param>
    /// <returns>None where the partner reports no indicator.</returns>
    public static Template? Of(CodeLists lists, PartnerId? partner)
    {
        IndicatorCatalogue catalogue = lists.Indicators;
        Indicator[] own = [.. catalogue.All.Where(indicator => partner is not { } id || indicator.IsReportedBy(id))];
        return own.Length == 0 ? null : new Template(
            FigureReader.Shape,
            FigureReader.ShapeVersion,
            catalogue.Label,
            [
                .. catalogue.Columns.Take(FigureColumn.FirstBreakdown).Select(column => Always(column, lists, own)),
                .. catalogue.Columns.Skip(FigureColumn.FirstBreakdown).Where(column => own.Any(i => i.By.Contains(column.Name))).Select(column => Breakdown(column, lists, own)),
            ]);
    }

    private static TemplateColumn Always(FigureColumn column, CodeLists lists, Indicator[] own) => new()
    {
        Heading = column.Label,
        Kind = column.Name switch
        {
            FigureColumn.Quarter => TemplateKind.Quarter,
            FigureColumn.Value => TemplateKind.Number,
            _ => TemplateKind.Choice,
        },
        IsRequired = true,
        Words = column.List is null ? [] : Names(lists, own),
    };

    private static TemplateColumn Breakdown(FigureColumn column, CodeLists lists, Indicator[] own) => new()
    {
        Heading = column.Label,
        Kind = TemplateKind.Choice,
        Words = [.. column.List!.Codes.Where(code => code.Code != FigureColumn.NotApplicable).Select(code => code.Label)],
        OnlyFor = Names(lists, own.Where(indicator => indicator.By.Contains(column.Name))),
    };

    private static IReadOnlyList<Label> Names(CodeLists lists, IEnumerable<Indicator> indicators)
    {
        CodeList list = lists[IndicatorCatalogue.Variable];
        return [.. indicators.Select(indicator => list.Codes[list.IndexOf(indicator.Code)].Label)];
    }
}
