using Anonymize.Contingency;

namespace Host.Contingency;

/// <summary>A table of a protected folder as it lies there.</summary>
/// <param name="Id">Its name.</param>
/// <param name="By">Its variables.</param>
/// <param name="Where">By variable, the codes it is restricted to.</param>
/// <param name="HiddenMin">A hidden cell is at least this, as everybody knows.</param>
/// <param name="Decimals">Decimal places that the values are scaled by.</param>
/// <param name="Rows">Codes and value of each cell; null for hidden.</param>
internal sealed record PrintedTable(
    string Id, IReadOnlyList<string> By, IReadOnlyDictionary<string, IReadOnlyList<string>> Where, int HiddenMin, int Decimals, IReadOnlyList<(string[] Codes, long? Value)> Rows)
{
    /// <summary>By pooled variable, code and members of each row.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Layouts { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);

    /// <summary>Values by <see cref="TableProtector.KeyOf"/>; null where two lines are about one cell.</summary>
    public IReadOnlyDictionary<string, long?>? ByCell()
    {
        var cells = new Dictionary<string, long?>(StringComparer.Ordinal);
        return Rows.All(r => cells.TryAdd(TableProtector.KeyOf(r.Codes), r.Value)) ? cells : null;
    }
}
