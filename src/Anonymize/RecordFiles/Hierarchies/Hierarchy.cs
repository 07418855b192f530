using System.Diagnostics.CodeAnalysis;

namespace Anonymize.RecordFiles.Hierarchies;

/// <summary>
/// A generalisation hierarchy: rows of categories, leaf first, each level coarser than the one before. Categories are numbered by level in the order of
/// the rows. The size of a category is what it may stand for, counted in rows and not in records; <see cref="Domain"/> is all there is.
/// </summary>
public sealed class Hierarchy
{
    private readonly string[][] _labels;
    private readonly int[][] _codes;
    private readonly int[][] _sizes;
    private readonly Dictionary<string, int> _leaves;

    /// <param name="name">Of the attribute.</param>
    /// <param name="labels">By level and category.</param>
    /// <param name="codes">By level and leaf, its category.</param>
    /// <param name="sizes">By level and category.</param>
    /// <param name="domain">The size of all there is.</param>
    /// <param name="leaves">By the text of a value.</param>
    internal Hierarchy(string name, string[][] labels, int[][] codes, int[][] sizes, int domain, Dictionary<string, int> leaves)
    {
        Name = name;
        _labels = labels;
        _codes = codes;
        _sizes = sizes;
        _leaves = leaves;
        Domain = domain;
    }

    public string Name { get; }

    /// <summary>Number of levels, that of the leaves included.</summary>
    public int Levels => _labels.Length;

    /// <summary>The coarsest level.</summary>
    public int Top => _labels.Length - 1;

    /// <summary>Number of leaves.</summary>
    public int Rows => _codes[0].Length;

    /// <summary>What a value that says nothing stands for. Where a value is one leaf it is the number of leaves.</summary>
    public int Domain { get; }

    /// <summary>Number of categories at a level.</summary>
    public int Count(int level) => _labels[level].Length;

    public string Label(int level, int code) => _labels[level][code];

    /// <summary>The category of a leaf at a level.</summary>
    public int Code(int level, int leaf) => _codes[level][leaf];

    /// <summary>What a category stands for: the leaves below it, where a value is one leaf.</summary>
    public int Size(int level, int code) => _sizes[level][code];

    /// <returns>−1 where there is no such leaf.</returns>
    public int Leaf(string value) => _leaves.GetValueOrDefault(value, -1);

    /// <summary>From the categories of one level to those of a coarser one.</summary>
    internal int[] Map(int from, int to)
    {
        var map = new int[Count(from)];
        for (var leaf = 0; leaf < Rows; leaf++)
        {
            map[_codes[from][leaf]] = _codes[to][leaf];
        }

        return map;
    }

    /// <summary>The same leaves with one level above them, a single category.</summary>
    /// <param name="label">Label of that category.</param>
    internal Hierarchy Flat(string label) => new(Name, [_labels[0], [label]], [_codes[0], new int[Rows]], [_sizes[0], [Domain]], Domain, _leaves);

    /// <summary>A hierarchy of leaves alone.</summary>
    internal static Hierarchy OfLeaves(string name, IReadOnlyList<string> leaves) =>
        TryMake(name, [leaves], out var hierarchy, out _) ? hierarchy : throw new ArgumentException("Leaves are distinct and at least one.", nameof(leaves));

    /// <param name="name">Of the attribute.</param>
    /// <param name="levels">One list a level, leaf first; the same number of rows each.</param>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryMake(string name, IReadOnlyList<IReadOnlyList<string>> levels, [NotNullWhen(true)] out Hierarchy? hierarchy, out HierarchyFault fault)
    {
        hierarchy = null;
        fault = levels.Count == 0 || levels[0].Count == 0 ? new HierarchyFault(HierarchyFaultCode.Empty) : default;
        if (fault.Code != HierarchyFaultCode.None)
        {
            return false;
        }

        var labels = new string[levels.Count][];
        var codes = new int[levels.Count][];
        Dictionary<string, int>? leaves = null;
        for (var level = 0; level < levels.Count; level++)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            codes[level] = new int[levels[0].Count];
            for (var row = 0; row < codes[level].Length; row++)
            {
                if (!known.TryGetValue(levels[level][row], out codes[level][row]))
                {
                    known.Add(levels[level][row], codes[level][row] = known.Count);
                }
                else if (level == 0)
                {
                    fault = new HierarchyFault(HierarchyFaultCode.LeafRepeated, row + 1);
                    return false;
                }
            }

            if (level > 0 && SecondParent(codes[level - 1], codes[level]) is >= 0 and var wrong)
            {
                fault = new HierarchyFault(HierarchyFaultCode.TwoParents, wrong + 1, level - 1);
                return false;
            }

            labels[level] = [.. known.Keys];
            leaves ??= known;
        }

        hierarchy = new Hierarchy(name, labels, codes, [.. codes.Select((level, i) => Sizes(level, labels[i].Length))], codes[0].Length, leaves!);
        return true;
    }

    private static int[] Sizes(int[] codes, int categories)
    {
        var sizes = new int[categories];
        foreach (var code in codes)
        {
            sizes[code]++;
        }

        return sizes;
    }

    private static int SecondParent(int[] children, int[] parents)
    {
        var parentOf = new Dictionary<int, int>();
        for (var row = 0; row < children.Length; row++)
        {
            if (!parentOf.TryAdd(children[row], parents[row]) && parentOf[children[row]] != parents[row])
            {
                return row;
            }
        }

        return -1;
    }
}
