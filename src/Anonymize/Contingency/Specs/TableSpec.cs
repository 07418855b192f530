namespace Anonymize.Contingency.Specs;

/// <summary>A table to be published.</summary>
/// <param name="Id">Its name, and that of its file.</param>
/// <param name="By">Crossed variables in printed order.</param>
/// <param name="Where">By variable, the codes that the population and the categories shown are restricted to.</param>
/// <param name="Levels">By variable, the levels shown: a column's name or a number, 0 for leaves. A variable that is absent shows all.</param>
/// <param name="NoTotal">Variables without a total.</param>
public sealed record TableSpec(
    string Id,
    IReadOnlyList<string> By,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Where,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Levels,
    IReadOnlyList<string> NoTotal)
{
    /// <summary>By pooled variable, the rows that were chosen: codes of the finest categories in each. Empty until they are.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Layouts { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(StringComparer.Ordinal);
}
