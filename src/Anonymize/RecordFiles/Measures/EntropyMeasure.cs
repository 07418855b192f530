using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Measures;

/// <summary>
/// Non-uniform entropy (De Waal and Willenborg 1999; Gionis and Tassa 2009) as in ARX: Σ over leaves of a · log2(b ÷ a), a records of the leaf, b of its
/// published category; suppressed records lose besides Σ c · log2(s ÷ c), c those of a category and s all of them. Summed over attributes.
/// </summary>
internal sealed class EntropyMeasure : ColumnMeasure
{
    private readonly double[][] _base;
    private readonly int[][] _counts;

    public EntropyMeasure(IReadOnlyList<Hierarchy> hierarchies, long[][] frequencies)
    {
        _base = [.. hierarchies.Select((h, j) => Enumerable.Range(0, h.Levels).Select(level => Base(h, level, frequencies[j])).ToArray())];
        _counts = [.. hierarchies.Select(h => Enumerable.Range(0, h.Levels).Select(h.Count).ToArray())];
    }

    public override double Score(ReadOnlySpan<int> levels, in Suppression suppression)
    {
        double sum = 0;
        for (var j = 0; j < levels.Length; j++)
        {
            sum += Cut(_base[j][levels[j]] + (suppression.Deficits is { } deficits ? deficits[j] : 0));
        }

        return sum;
    }

    public override double Deficit(int attribute, int level, ReadOnlySpan<int> codes, ReadOnlySpan<int> weights)
    {
        var counts = new long[_counts[attribute][level]];
        long all = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            counts[codes[i]] += weights[i];
            all += weights[i];
        }

        double sum = 0;
        foreach (var count in counts)
        {
            sum += count > 0 ? count * Math.Log2((double)all / count) : 0;
        }

        return sum;
    }

    private static double Base(Hierarchy hierarchy, int level, long[] leaves)
    {
        var above = Frequencies(hierarchy, level, leaves);
        double sum = 0;
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            sum += leaves[leaf] > 0 ? leaves[leaf] * Math.Log2((double)above[hierarchy.Code(level, leaf)] / leaves[leaf]) : 0;
        }

        return sum;
    }
}
