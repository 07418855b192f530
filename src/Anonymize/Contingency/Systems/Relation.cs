namespace Anonymize.Contingency.Systems;

/// <summary>A cell and the finer cells that add up to it.</summary>
internal sealed record Relation(int Whole, int[] Parts);
