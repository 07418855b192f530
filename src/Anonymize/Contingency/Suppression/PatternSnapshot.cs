using Anonymize.Contingency.Moves;

namespace Anonymize.Contingency.Suppression;

/// <summary>A pattern as it stood: the goals that insiders added, and the move that reaches each goal.</summary>
/// <param name="Added">Goals beside those of the requirements.</param>
/// <param name="Witnesses">[goal] null where it was not reached.</param>
internal sealed record PatternSnapshot(IReadOnlyList<Goal> Added, IReadOnlyList<CellMove?> Witnesses)
{
    public static PatternSnapshot Empty { get; } = new([], []);
}
