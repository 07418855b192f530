namespace Reports.Indicators;

/// <summary>One row of an axis with every other axis at its Total, or one cell inside a table.</summary>
/// <param name="Code">Code of the row; of a cell the codes of both its rows.</param>
/// <param name="Label">Its name, as inside a sentence.</param>
/// <param name="Figure">Its figure.</param>
/// <param name="Members">Declared categories of the row; of a cell none.</param>
/// <param name="IsOneCategory">It is one declared category, not several in one row.</param>
/// <param name="Weight">Highest weight of a member: residual categories weigh less than one.</param>
internal sealed record MarginEntry(string Code, string Label, Figure Figure, IReadOnlyList<string> Members, bool IsOneCategory, decimal Weight);
