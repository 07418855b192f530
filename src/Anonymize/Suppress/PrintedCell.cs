using Anonymize.Attack;

namespace Anonymize.Suppress;

/// <summary>A cell that the release prints, once whatever the number of its tables.</summary>
/// <param name="Row">Its row in the attacker system.</param>
/// <param name="IsForced">Published before, or declared open: it cannot be hidden.</param>
internal sealed record PrintedCell(CellRow Row, bool IsForced)
{
    public override string ToString() => Row.Cell.Key;
}
