namespace Publication.Tabulations;

/// <summary>Why a tabulation is not safe, or not what was ordered; places, never values.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Table">Position of the table, or of the witness or fact where there is no table.</param>
/// <param name="Position">Position of the cell, or −1.</param>
internal readonly record struct TabulationFinding(TabulationFindingKind Kind, int Table, int Position);
