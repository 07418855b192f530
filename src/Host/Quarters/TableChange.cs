using Publication.Releases;
using Publication.Tables;

namespace Host.Quarters;

/// <summary>How a table differs from the same table of an earlier release: in what it shows, never in how many persons.</summary>
/// <param name="Before">Share of persons that the earlier one shows; null where it says nothing.</param>
/// <param name="Appeared">Categories that have a figure of their own now, and had none.</param>
/// <param name="Vanished">The reverse.</param>
internal sealed record TableChange(decimal? Before, IReadOnlyList<Text> Appeared, IReadOnlyList<Text> Vanished)
{
    /// <returns>Null where the earlier release has no such table.</returns>
    public static TableChange? Of(PublishedTable now, ReleaseContent earlier)
    {
        if (earlier.Tables.FirstOrDefault(t => string.Equals(t.Design.Id, now.Design.Id, StringComparison.Ordinal)) is not { } then)
        {
            return null;
        }

        var before = Shown(then);
        var after = Shown(now);
        return new TableChange(
            then.PersonsShownShare,
            [.. after.Where(a => !before.ContainsKey(a.Key)).Select(a => a.Value)],
            [.. before.Where(b => !after.ContainsKey(b.Key)).Select(b => b.Value)]);
    }

    private static Dictionary<string, Text> Shown(PublishedTable table)
    {
        var shown = new Dictionary<string, Text>(StringComparer.Ordinal);
        for (var cell = 0; cell < table.Design.CellCount; cell++)
        {
            if (table.Cells[cell].IsShown && CellName.KeyOf(table.Design, cell) is { } key)
            {
                shown.TryAdd(key, CellName.Of(table.Design, cell));
            }
        }

        return shown;
    }
}
