namespace Anonymize.Attacking.Facts;

/// <summary>A linear fact: <c>Low ≤ Σ coefficient · cell ≤ High</c>; null for an open side. In a sum the total comes first with 1, its parts with −1.</summary>
/// <param name="Terms">Cells of the system.</param>
/// <param name="Low">The least value of the form.</param>
/// <param name="High">The largest.</param>
/// <param name="Kind">Why it holds.</param>
/// <param name="Table">The table that shows it.</param>
/// <param name="Variable">The variable that is summed over; for a share or a change the printed figure.</param>
/// <param name="Support">How many shown sums of the same family agree.</param>
internal sealed record Relation(
    IReadOnlyList<(int Cell, int Coefficient)> Terms, long? Low, long? High, RelationKind Kind, int Table, string Variable, int Support);
