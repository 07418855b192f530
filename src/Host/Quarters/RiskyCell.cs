using Publication.Tables;

namespace Host.Quarters;

/// <summary>A cell that a protection officer looks at first.</summary>
/// <param name="Table">Title of its table.</param>
/// <param name="Cell">Heads of its rows.</param>
/// <param name="Count">Persons, where it is shown; null where it is hidden.</param>
/// <param name="Possible">Different counts that its certificate shows to be possible; 1 where it is shown.</param>
/// <param name="Width">Distance between the smallest and the largest of them.</param>
internal sealed record RiskyCell(Text Table, Text Cell, int? Count, int Possible, int Width)
{
    /// <summary>So many of each kind.</summary>
    public const int Most = 12;

    /// <summary>Shown cells with the fewest persons, none of them empty.</summary>
    public static IReadOnlyList<RiskyCell> Smallest(DraftView draft) =>
    [
        .. draft.Tables.SelectMany(p => Enumerable.Range(0, p.Table.Cells.Count).Select(c => (p.Table, Cell: c)))
            .Where(c => c.Table.Cells[c.Cell].IsShown && c.Table.Cells[c.Cell].Value > 0)
            .OrderBy(c => c.Table.Cells[c.Cell].Value).ThenBy(c => c.Table.Design.Id, StringComparer.Ordinal).ThenBy(c => c.Cell).Take(Most)
            .Select(c => new RiskyCell(c.Table.Design.Title, CellName.Of(c.Table.Design, c.Cell), c.Table.Cells[c.Cell].Value, 1, 0)),
    ];

    /// <summary>Hidden cells about which least is left open.</summary>
    public static IReadOnlyList<RiskyCell> Narrowest(DraftView draft) =>
    [
        .. draft.Tables.SelectMany(p => p.Hidden.Select(h => (p.Table.Design, Hidden: h)))
            .OrderBy(c => c.Hidden.Width).ThenBy(c => c.Hidden.Possible).ThenBy(c => c.Design.Id, StringComparer.Ordinal).ThenBy(c => c.Hidden.Cell).Take(Most)
            .Select(c => new RiskyCell(c.Design.Title, CellName.Of(c.Design, c.Hidden.Cell), null, c.Hidden.Possible, c.Hidden.Width)),
    ];
}
