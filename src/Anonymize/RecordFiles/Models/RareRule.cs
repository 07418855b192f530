namespace Anonymize.RecordFiles.Models;

/// <summary>What is written in some attributes together stands in a number of records, or in none: a rare country, or a rare age in a country, is told by itself.</summary>
/// <param name="Attributes">Positions of key attributes; at least one.</param>
/// <param name="Least">Records.</param>
public sealed record RareRule(IReadOnlyList<int> Attributes, int Least);
