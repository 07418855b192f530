using System.Collections.Frozen;
using Ingest.Intake;
using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>The indicators of the National Action Plan, from <c>indicators.json</c>.</summary>
public sealed class IndicatorCatalogue
{
    /// <summary>The variable whose codes are the indicators.</summary>
    public const string Variable = "indicator";

    private readonly FrozenDictionary<string, Indicator> byCode;

    private IndicatorCatalogue(Label label, IReadOnlyList<Indicator> all, IReadOnlyList<FigureColumn> columns)
    {
        Label = label;
        All = all;
        Columns = columns;
        byCode = all.ToFrozenDictionary(indicator => indicator.Code, StringComparer.Ordinal);
    }

    /// <summary>What a file of its figures is called.</summary>
    public Label Label { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Indicator> All { get; }

    public Indicator this[string code] => byCode[code];

    /// <summary>The indicator, or none where the plan has no such one, or no longer.</summary>
    public Indicator? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Whether the tables of a population count figures of indicators, and not case records.</summary>
    public bool IsCountedIn(string population) => All.Any(indicator => indicator.Population == population);

    /// <summary>What the columns of a partner's file of figures may be: the indicator, its quarter, its value, then what it is broken down by.</summary>
    internal IReadOnlyList<FigureColumn> Columns { get; }

    /// <exception cref="DataFileException">The file breaks its schema.</exception>
    internal static IndicatorCatalogue Load(string file, IReadOnlyList<CodeList> lists)
    {
        IndicatorFile content = DataFiles.Read<IndicatorFile>(file);
        IndicatorCheck.Require(file, content, lists);
        Indicator[] all = [.. content.Indicators.Select(Of)];
        return new IndicatorCatalogue(content.Label, all, FigureColumn.All(file, content.Headings, all, lists));
    }

    private static Indicator Of(IndicatorFile.IndicatorPart part) => new()
    {
        Code = part.Code,
        Activity = part.Activity,
        Unit = part.Unit,
        Counts = part.Counts,
        Population = part.Population,
        By = part.By,
        Baseline = part.Baseline,
        Target = part.Target,
        Source = part.Source,
        Reporters = [.. part.Reporters.Order(StringComparer.Ordinal).Select(id => new PartnerId(id))],
    };
}
