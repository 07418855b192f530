using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>A column that a file of figures may have.</summary>
/// <param name="Name">The variable, <see cref="Quarter"/> or <see cref="Value"/>.</param>
/// <param name="Label">What it is called in a report.</param>
/// <param name="List">The codes it may hold; none for a quarter or a value.</param>
/// <param name="Headings">The headings it is known by, folded.</param>
internal sealed record FigureColumn(string Name, Label Label, CodeList? List, IReadOnlyList<string> Headings)
{
    public const string Quarter = "quarter";
    public const string Value = "value";

    /// <summary>Code of figures that are not broken down by a variable.</summary>
    public const string NotApplicable = "NAP";

    /// <summary>Positions of the columns that every such file has, by which it is recognised.</summary>
    public const int IndicatorAt = 0;
    public const int QuarterAt = 1;
    public const int ValueAt = 2;
    public const int FirstBreakdown = 3;

    /// <exception cref="DataFileException">Two columns would have one heading.</exception>
    public static IReadOnlyList<FigureColumn> All(
        string file, IndicatorFile.HeadingPart headings, IReadOnlyList<Indicator> indicators, IReadOnlyList<CodeList> lists)
    {
        FigureColumn[] columns =
        [
            Coded(IndicatorCatalogue.Variable, lists),
            Named(Quarter, headings.Quarter),
            Named(Value, headings.Value),
            .. indicators.SelectMany(indicator => indicator.By).Distinct(StringComparer.Ordinal).Select(variable => Coded(variable, lists)),
        ];
        return columns.SelectMany(column => column.Headings).GroupBy(heading => heading, StringComparer.Ordinal).Any(same => same.Count() > 1)
            ? throw DataFileException.In(file, "a heading stands for two columns")
            : columns;
    }

    private static FigureColumn Coded(string variable, IReadOnlyList<CodeList> lists)
    {
        CodeList list = lists.First(l => l.Variable == variable);
        return new FigureColumn(variable, list.Label, list, Folded([variable, list.Label.Tr, list.Label.En]));
    }

    private static FigureColumn Named(string name, IReadOnlyList<string> headings) =>
        new(name, new Label(headings[0], headings[^1]), List: null, Folded(headings));

    private static IReadOnlyList<string> Folded(IEnumerable<string> headings) =>
        [.. headings.Select(LabelFold.Fold).Distinct(StringComparer.Ordinal)];
}
