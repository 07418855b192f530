using System.Diagnostics.CodeAnalysis;
using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Sets;

/// <summary>
/// The hierarchy of sets that the hierarchy of their values makes. At a level a set is the set of its values' categories there, each once, so that nothing
/// tells how many values a category stands for. A level with one category above the leaves says nothing at all, hence it is the category of the empty set
/// too. What is equal at a level is equal at every coarser one: sets have one parent, as values have.
/// </summary>
/// <remarks>
/// A category of sets stands for all values below any of its categories. Of the values that a person has not, loss is the share that what is published leaves
/// open; where every set has one value, it is the loss of values.
/// </remarks>
public static class SetHierarchy
{
    /// <param name="values">The hierarchy of single values.</param>
    /// <param name="delimiter">Between the values of a set.</param>
    /// <param name="columns">The columns whose sets are the leaves: that of the file, and that of the population. Sets with a value unknown to the hierarchy are none.</param>
    /// <param name="sets">The hierarchy of sets.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryMake(Hierarchy values, char delimiter, IEnumerable<SetColumn> columns, [NotNullWhen(true)] out Hierarchy? sets, out HierarchyFault fault)
    {
        sets = null;
        fault = Ambiguous(values, delimiter);
        if (fault.Code != HierarchyFaultCode.None)
        {
            return false;
        }

        var leaves = Leaves(values, columns);
        var labels = new string[values.Levels][];
        var codes = new int[values.Levels][];
        var sizes = new int[values.Levels][];
        for (var level = 0; level < values.Levels; level++)
        {
            (labels[level], codes[level], sizes[level]) = Level(values, level, delimiter, leaves);
        }

        var texts = Enumerable.Range(0, leaves.Length).ToDictionary(leaf => labels[0][codes[0][leaf]], leaf => leaf, StringComparer.Ordinal);
        sets = new Hierarchy(values.Name, labels, codes, sizes, values.Rows, texts);
        return true;
    }

    // Another program splits what it reads at the delimiter and leaves out what is empty.
    private static HierarchyFault Ambiguous(Hierarchy values, char delimiter)
    {
        for (var level = 0; level < values.Levels; level++)
        {
            for (var row = 0; row < values.Rows; row++)
            {
                var label = values.Label(level, values.Code(level, row));
                if (label.Contains(delimiter, StringComparison.Ordinal) || label.Trim().Length != label.Length || label.Length == 0)
                {
                    return new HierarchyFault(HierarchyFaultCode.LabelOfNoValue, row + 1, level);
                }
            }
        }

        return default;
    }

    // In an order of their own, so that nothing depends on that of the records.
    private static int[][] Leaves(Hierarchy values, IEnumerable<SetColumn> columns)
    {
        var leaves = columns.SelectMany(c => c.Sets).Select(set => set.Select(values.Leaf).ToArray()).Where(set => !set.Contains(-1));
        var distinct = new SortedSet<int[]>(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        distinct.UnionWith(leaves);
        return [.. distinct];
    }

    private static (string[] Labels, int[] Codes, int[] Sizes) Level(Hierarchy values, int level, char delimiter, int[][] leaves)
    {
        var saysNothing = level > 0 && values.Count(level) == 1;
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var sizes = new List<int>();
        var codes = new int[leaves.Length];
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            var categories = saysNothing ? [0] : leaves[leaf].Select(value => values.Code(level, value)).Distinct().Order().ToArray();
            var label = string.Join(delimiter, categories.Select(code => values.Label(level, code)));
            if (!known.TryGetValue(label, out codes[leaf]))
            {
                known.Add(label, codes[leaf] = sizes.Count);
                sizes.Add(categories.Sum(code => values.Size(level, code)));
            }
        }

        return ([.. known.Keys], codes, [.. sizes]);
    }
}
