namespace Anonymize.Attacking.Structure;

/// <summary>Where a table is on a sheet: rows of headings, rows of the body with the section each is in, and columns.</summary>
internal sealed record TableBlock(string Title, int[] Header, IReadOnlyList<(int Row, string? Section)> Body, int[] Columns);
