using Anonymize.Attack;

namespace Anonymize.Suppress;

/// <summary>
/// A figure that readers have or may have: one that the release prints, once whatever the number of its tables, or one published before.
/// </summary>
/// <param name="Row">Its row in the attacker system.</param>
/// <param name="IsForced">Published before, or declared open: it cannot be hidden.</param>
/// <param name="Low">Least change that the figure admits where known: 0, or less where others published a band.</param>
/// <param name="High">Greatest change that it admits.</param>
internal sealed record PrintedCell(CellRow Row, bool IsForced, int Low = 0, int High = 0)
{
    /// <summary>A band that others published: known whether or not the release prints the figure itself.</summary>
    public bool IsBand => Low != High;

    public override string ToString() => Row.Cell.Key;
}
