using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>A table that was published earlier: its figures are facts, and what it hid is judged again.</summary>
/// <param name="Path">Where it is named: the setting and the table.</param>
/// <param name="Spec">Its variables and what it was restricted to.</param>
/// <param name="Codes">[variable][category] codes as they were printed, <see cref="Ordered"/>.</param>
/// <param name="Shown">Row-major, the last variable running fastest; scaled by the decimals of the present specification; null for hidden.</param>
/// <param name="HiddenMin">A hidden cell is at least this, as everybody knows.</param>
public sealed record KnownTable(string Path, TableSpec Spec, IReadOnlyList<IReadOnlyList<string>> Codes, IReadOnlyList<long?> Shown, int HiddenMin)
{
    /// <summary>By pooled variable, the codes of the categories in each row, by the row's code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Layouts { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);

    /// <summary>Codes of the categories that a row stands for.</summary>
    public IReadOnlyList<string> MembersOf(string variable, string code) => Layouts.GetValueOrDefault(variable)?.GetValueOrDefault(code) ?? [code];

    /// <summary>Codes of a variable, each once: rows as they come and the total last, wherever a file has it.</summary>
    public static string[] Ordered(IEnumerable<string> codes) => [.. codes.Distinct(StringComparer.Ordinal).OrderBy(c => c is "Total")];
}
