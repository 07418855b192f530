namespace Anonymize.Attacking;

/// <summary>A sheet as an attacker sees it: rows of cells, each row as long as it is filled, and the areas that are merged into one cell.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Name">The sheet's name; empty for a text file.</param>
/// <param name="Rows">Cells from the left; rows from the top.</param>
/// <param name="Merged">From 0, ends included.</param>
public sealed record PrintedSheet(
    string File,
    string Name,
    IReadOnlyList<IReadOnlyList<SheetText>> Rows,
    IReadOnlyList<(int Row, int Column, int LastRow, int LastColumn)> Merged);
