namespace Anonymize.Attacking.Structure;

/// <summary>A cell of a table: its coordinates, in the order of variables, and what is printed.</summary>
internal sealed record ReadCell(IReadOnlyList<Coordinate> At, Content Content);
