namespace Anonymize.Attack;

/// <summary>What a move must do.</summary>
/// <param name="Form">The count it must change.</param>
/// <param name="AtLeast">Least change; null for no bound.</param>
/// <param name="AtMost">Largest change; null for no bound.</param>
/// <param name="Removable">Persons that may be taken from each column.</param>
/// <param name="Caps">Counts that may change by at most so much.</param>
internal sealed record MoveRequest(
    LinearForm Form, int? AtLeast, int? AtMost, int[] Removable, IReadOnlyList<(CellRow Cell, int AtMost)> Caps);
