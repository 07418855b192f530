namespace Anonymize.Contingency.Systems;

/// <summary>
/// The categories of one variable that matter to a system: classes, leaves that every category in use takes or leaves together, and coarser nodes,
/// each with a partition into finer ones. Nodes 0..<see cref="Classes"/> − 1 are the classes.
/// </summary>
internal sealed class GridVariable
{
    private readonly Dictionary<string, int> _byClasses = new(StringComparer.Ordinal);
    private readonly List<int[]> _classesOf = [];
    private readonly bool[] _isPart;

    /// <param name="leaves">Number of leaves.</param>
    /// <param name="used">Sets of leaves in use; the set of all is added.</param>
    /// <param name="differences">Sets that only rules speak of: nothing coarser is made up of them.</param>
    public GridVariable(int leaves, IEnumerable<int[]> used, IEnumerable<int[]> differences)
    {
        int[][] printed = [.. used.Append([.. Enumerable.Range(0, leaves)]).DistinctBy(KeyOf, StringComparer.Ordinal)];
        int[][] sets = [.. printed.Concat(differences).DistinctBy(KeyOf, StringComparer.Ordinal)];
        var signatures = Enumerable.Range(0, leaves).Select(_ => new System.Text.StringBuilder()).ToArray();
        foreach (var (s, set) in sets.Index())
        {
            foreach (var leaf in set)
            {
                signatures[leaf].Append(s).Append(',');
            }
        }

        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        ClassOfLeaf = new int[leaves];
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            var signature = signatures[leaf].ToString();
            if (!classes.TryGetValue(signature, out var c))
            {
                classes.Add(signature, c = classes.Count);
                AddNode([c]);
            }

            ClassOfLeaf[leaf] = c;
        }

        Classes = classes.Count;
        foreach (var set in sets.Select(ClassesIn).Where(s => s.Length > 1).OrderBy(s => s.Length).ThenBy(KeyOf, StringComparer.Ordinal))
        {
            AddNode(set);
        }

        var usable = printed.Select(s => KeyOf(ClassesIn(s))).ToHashSet(StringComparer.Ordinal);
        _isPart = [.. _classesOf.Select((c, n) => n < Classes || usable.Contains(KeyOf(c)))];
        Whole = Node([.. Enumerable.Range(0, leaves)]);
        Parts = [.. _classesOf.Select((_, n) => n < Classes ? [] : Partition(n))];
    }

    /// <summary>Classes are sets of categories, which overlap.</summary>
    public bool HasSets { get; init; }

    public int Classes { get; }

    public int[] ClassOfLeaf { get; }

    /// <summary>The node of all leaves.</summary>
    public int Whole { get; }

    public int Count => _classesOf.Count;

    /// <summary>[node] finer nodes that make it up, largest first; empty for classes.</summary>
    public int[][] Parts { get; }

    public IReadOnlyList<int[]> ClassesOf => _classesOf;

    /// <summary>The node of a set of leaves in use.</summary>
    public int Node(int[] leaves) => _byClasses[KeyOf(ClassesIn(leaves))];

    /// <summary>The node of a set of classes in use.</summary>
    public int NodeOf(int[] classes) => _byClasses[KeyOf(classes)];

    private int[] ClassesIn(int[] leaves) => [.. leaves.Select(l => ClassOfLeaf[l]).Distinct().Order()];

    private void AddNode(int[] classes)
    {
        if (_byClasses.TryAdd(KeyOf(classes), _classesOf.Count))
        {
            _classesOf.Add(classes);
        }
    }

    /// <summary>The fewest parts that a greedy choice finds: the largest finer nodes first.</summary>
    private int[] Partition(int node)
    {
        var left = _classesOf[node].ToHashSet();
        var parts = new List<int>();
        foreach (var finer in Enumerable.Range(0, _classesOf.Count).Where(n => n != node && _isPart[n] && _classesOf[n].Length < _classesOf[node].Length).OrderByDescending(n => _classesOf[n].Length).ThenBy(n => n))
        {
            if (left.Count > 0 && _classesOf[finer].All(left.Contains))
            {
                left.ExceptWith(_classesOf[finer]);
                parts.Add(finer);
            }
        }

        return [.. parts];
    }

    private static string KeyOf(int[] set) => string.Join(',', set);
}
