namespace Anonymize.Contingency.Systems;

/// <summary>A variable of a table that shows a layout: rows that never overlap, each a category alone, a group for its members, or a pooled row.</summary>
/// <param name="By">Position among the table's variables.</param>
/// <param name="Declared">The categories that rows are made of, in ordinal order of codes.</param>
/// <param name="IsNamed">[category] the specification names a cell of it, so that it stands by itself.</param>
/// <param name="Rows">Number of rows; what follows them is the total.</param>
internal sealed record PooledAxis(int By, IReadOnlyList<TreeNode> Declared, bool[] IsNamed, int Rows)
{
    /// <summary>The categories in a row.</summary>
    public TreeNode[] MembersOf(int[] leaves) => [.. Declared.Where(d => d.Leaves.All(leaves.Contains))];

    /// <summary>Categories that stand alone beside a pooled row though nothing names them. Those with nobody in them are in pools, so whoever knows the rule knows of each of these that there is somebody.</summary>
    /// <param name="leaves">Of the axis as it is printed, rows first.</param>
    public IEnumerable<TreeNode> Alone(IReadOnlyList<int[]> leaves)
    {
        TreeNode[][] rows = [.. leaves.Take(Rows).Select(MembersOf)];
        var named = Declared.Where((_, c) => IsNamed[c]).ToHashSet();
        return rows.Any(r => r.Length > 1) ? rows.Where(r => r.Length == 1).Select(r => r[0]).Where(c => !named.Contains(c)) : [];
    }

    /// <summary>Code and leaves of a row: a category's own code, the code of a group where the row is just that group, else the codes of the members joined by a plus.</summary>
    /// <param name="members">Codes of its categories.</param>
    /// <param name="tree">Their variable.</param>
    public static (string Code, int[] Leaves) RowOf(IReadOnlyList<string> members, VariableTree tree)
    {
        int[] leaves = [.. members.SelectMany(m => tree.Find(m)!.Leaves).Order()];
        return (members.Count == 1 ? members[0]
            : tree.Nodes.Find(n => n.Leaves.AsSpan().SequenceEqual(leaves))?.Code ?? string.Join('+', members.Order(StringComparer.Ordinal)), leaves);
    }
}
