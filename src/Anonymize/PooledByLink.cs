using Publication.Tables;

namespace Anonymize;

/// <summary>
/// A category that is large enough for a row of its own, and stands in a pooled row because a declared link would let readers work out another
/// figure from it. For cleared eyes: it says where the small figures are.
/// </summary>
/// <param name="Table">Id of the table.</param>
/// <param name="Category">Code of the pooled category.</param>
/// <param name="Beside">What rows count that, shown beside it, would give the figure away.</param>
/// <param name="Reveals">What the figure counts that would be given away.</param>
/// <param name="Links">The declared links by which it would.</param>
public sealed record PooledByLink(
    string Table, string Category, IReadOnlyList<Node> Beside, IReadOnlyList<Node> Reveals, IReadOnlyList<ImpossibleCombination> Links);
