using Publication.Releases;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>The cells of one population that a public proof speaks of: hidden printed cells, and the members of pooled rows.</summary>
internal static class ProvenCells
{
    public static IReadOnlyList<CellDefinition> Of(string population, ReleaseContent content) =>
    [
        .. content.Tables.Where(t => string.Equals(t.Design.Population, population, StringComparison.Ordinal))
            .SelectMany(t => Enumerable.Range(0, t.Design.CellCount).Where(c => t.Cells[c].State == CellState.Hidden).Select(t.Design.DefinitionOf)
                .Concat(GuardedCells.Pools(t.Design).SelectMany(pool => pool)))
            .Distinct()
            .OrderBy(c => c.Key, StringComparer.Ordinal),
    ];
}
