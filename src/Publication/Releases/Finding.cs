namespace Publication.Releases;

/// <summary>
/// Why a candidate was refused: a code, the table or rule and the definition of the cell it concerns. Never a count.
/// </summary>
public sealed record Finding(string Code, string Subject);
