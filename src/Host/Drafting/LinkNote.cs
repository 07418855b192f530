using Anonymize;
using Publication.Tables;

namespace Host.Drafting;

/// <summary>Why a large category stands in a pooled row: a link that everyone knows. Variables with codes, for cleared eyes.</summary>
/// <param name="Table">Id of the table.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Beside">Rows that, shown beside it, would give a figure away.</param>
/// <param name="Reveals">That figure.</param>
/// <param name="Links">Combinations that cannot occur.</param>
internal sealed record LinkNote(string Table, string Category, IReadOnlyList<string> Beside, IReadOnlyList<string> Reveals, IReadOnlyList<string> Links)
{
    public static LinkNote Of(PooledByLink pooled) => new(
        pooled.Table,
        pooled.Category,
        [.. pooled.Beside.Select(n => n.ToString())],
        [.. pooled.Reveals.Select(n => n.ToString())],
        [.. pooled.Links.Select(l => string.Join(" x ", l.Nodes.Select(n => n.ToString())))]);
}
