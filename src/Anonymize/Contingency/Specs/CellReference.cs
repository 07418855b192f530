namespace Anonymize.Contingency.Specs;

/// <summary>A cell by the codes of its variables; a variable that is not named is at its Total.</summary>
/// <param name="Table">The table it is looked for in; null for any.</param>
/// <param name="Codes">Code by variable.</param>
/// <param name="Path">Where in the specification it is named.</param>
public sealed record CellReference(string? Table, IReadOnlyDictionary<string, string> Codes, string Path);
