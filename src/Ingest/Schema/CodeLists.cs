using System.Collections.Frozen;
using Ingest.Programme;

namespace Ingest.Schema;

/// <summary>All code lists and the links between them, as loaded from the data folder.</summary>
public sealed class CodeLists
{
    private readonly FrozenDictionary<string, CodeList> byVariable;

    private CodeLists(IReadOnlyList<CodeList> all, IReadOnlyList<VariableLink> links, IndicatorCatalogue indicators)
    {
        All = all;
        Links = links;
        Indicators = indicators;
        byVariable = all.ToFrozenDictionary(list => list.Variable, StringComparer.Ordinal);
    }

    /// <summary>In ordinal order of their files.</summary>
    public IReadOnlyList<CodeList> All { get; }

    /// <summary>Combinations of codes that cannot occur, true in every record that passes the intake.</summary>
    public IReadOnlyList<VariableLink> Links { get; }

    /// <summary>The indicators of the National Action Plan, whose figures are coded by these lists.</summary>
    public IndicatorCatalogue Indicators { get; }

    public CodeList this[string variable] => byVariable[variable];

    /// <summary>The list of a variable, or none.</summary>
    public CodeList? Find(string variable) => byVariable.GetValueOrDefault(variable);

    /// <summary>Loads <c>codelists/*.json</c>, <c>links.json</c> and <c>indicators.json</c>.</summary>
    /// <exception cref="DataFileException">A data file breaks its schema.</exception>
    public static CodeLists Load(string? dataFolder = null)
    {
        string root = dataFolder ?? DataFiles.Root;
        CodeList[] all = [.. DataFiles.In(Path.Combine(root, "codelists")).Select(CodeListLoader.Load)];
        if (all.Select(list => list.Variable).Distinct(StringComparer.Ordinal).Count() != all.Length)
        {
            throw new DataFileException("Two code lists for one variable.");
        }

        return new CodeLists(
            all, VariableLinkLoader.Load(Path.Combine(root, "links.json"), all), IndicatorCatalogue.Load(Path.Combine(root, "indicators.json"), all));
    }
}
