namespace Anonymize.RecordFiles.Search;

/// <summary>The best node of a lattice.</summary>
/// <param name="Levels">Its levels.</param>
/// <param name="Score">What the search compares.</param>
/// <param name="Suppressed">Records it suppresses.</param>
/// <param name="NodesChecked">Nodes, projections included, whose classes were made.</param>
internal sealed record Optimum(int[] Levels, double Score, long Suppressed, int NodesChecked);
