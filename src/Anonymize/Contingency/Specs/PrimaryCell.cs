namespace Anonymize.Contingency.Specs;

/// <summary>A cell that must be hidden, and how far from its value the alternatives must reach.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Lower">An alternative of at most value − Lower must exist.</param>
/// <param name="Upper">An alternative of at least value + Upper must exist.</param>
public sealed record PrimaryCell(CellReference Cell, decimal Lower, decimal Upper);
