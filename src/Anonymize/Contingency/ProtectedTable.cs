using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency;

/// <summary>A table as it may be published.</summary>
/// <param name="Spec">What was asked for.</param>
/// <param name="Codes">[variable][category] codes in ordinal order, Total last.</param>
/// <param name="Parents">[variable] by code, the smallest shown groups that hold it; without those that only the Total holds.</param>
/// <param name="Values">Row-major, the last variable running fastest; scaled by the decimals of the specification; null for hidden.</param>
public sealed record ProtectedTable(TableSpec Spec, IReadOnlyList<IReadOnlyList<string>> Codes, IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Parents, IReadOnlyList<long?> Values)
{
    /// <summary>By variable of which it shows a layout, its rows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PooledRow>> Pools { get; init; } = new Dictionary<string, IReadOnlyList<PooledRow>>(StringComparer.Ordinal);
}
