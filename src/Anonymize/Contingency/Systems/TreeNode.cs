namespace Anonymize.Contingency.Systems;

/// <summary>A category of a variable: a set of leaves.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">0 for a leaf.</param>
/// <param name="LevelName">The column that holds the codes of this level; empty where a file without header gave them.</param>
/// <param name="Leaves">Positions of its leaves, ascending.</param>
internal sealed record TreeNode(string Code, int Level, string LevelName, int[] Leaves);
