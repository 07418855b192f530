namespace Anonymize.Contingency;

/// <summary>A row of a layout.</summary>
/// <param name="Code">A category's code, a group's, or the members' joined by a plus.</param>
/// <param name="Members">Codes of the categories in it, in ordinal order.</param>
public sealed record PooledRow(string Code, IReadOnlyList<string> Members);
