using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Measures;

/// <summary>
/// Loss (Iyengar 2002) as in ARX. For an attribute with D leaves, raw = Σ over records of the leaves under the published category, D where suppressed: a whole
/// number. With least = raw of the file as it is (n where a value is one leaf), (raw − least) ÷ (n D − least) is 0 where nothing is generalised and 1 where
/// everything is.
/// </summary>
internal sealed class LossMeasure : ColumnMeasure
{
    private readonly bool _geometric;
    private readonly long _rows;
    private readonly int[] _domains;
    private readonly long[][] _raw;
    private readonly int[][][] _sizes;
    private readonly (int Cost, long Rows)[][][] _cheapest;

    /// <param name="hierarchies">By attribute.</param>
    /// <param name="frequencies">Records by attribute and leaf.</param>
    /// <param name="rows">All records.</param>
    /// <param name="geometric">Whether attributes are put together by the geometric mean.</param>
    public LossMeasure(IReadOnlyList<Hierarchy> hierarchies, long[][] frequencies, long rows, bool geometric)
    {
        _geometric = geometric;
        _rows = rows;
        _domains = [.. hierarchies.Select(h => h.Domain)];
        _sizes = [.. hierarchies.Select(h => Enumerable.Range(0, h.Levels).Select(l => Enumerable.Range(0, h.Count(l)).Select(c => h.Size(l, c)).ToArray()).ToArray())];
        _raw = new long[hierarchies.Count][];
        _cheapest = new (int, long)[hierarchies.Count][][];
        for (var j = 0; j < hierarchies.Count; j++)
        {
            _raw[j] = new long[hierarchies[j].Levels];
            _cheapest[j] = new (int, long)[hierarchies[j].Levels][];
            for (var level = 0; level < _raw[j].Length; level++)
            {
                var counts = Frequencies(hierarchies[j], level, frequencies[j]);
                var domain = hierarchies[j].Domain;
                _raw[j][level] = counts.Select((count, code) => count * _sizes[j][level][code]).Sum();
                _cheapest[j][level] = [.. counts.Select((count, code) => (domain - _sizes[j][level][code], count)).OrderBy(c => c.Item1)];
            }
        }
    }

    public override double Slack => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Score(ReadOnlySpan<int> levels, in Suppression suppression)
    {
        double product = 1, sum = 0;
        for (var j = 0; j < levels.Length; j++)
        {
            var share = Share(j, _raw[j][levels[j]] + (suppression.Deficits is { } deficits ? deficits[j] : 0));
            product *= 1 + share;
            sum += share;
        }

        return _geometric ? product : sum;
    }

    public override double Value(double score) => _geometric ? Math.Pow(score, 1.0 / _domains.Length) - 1 : score / _domains.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Deficit(int attribute, int level, ReadOnlySpan<int> codes, ReadOnlySpan<int> weights)
    {
        var sizes = _sizes[attribute][level];
        var domain = _domains[attribute];
        long sum = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            sum += (long)weights[i] * (domain - sizes[codes[i]]);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double LeastDeficit(int attribute, int level, long rows)
    {
        long sum = 0;
        foreach (var (cost, most) in _cheapest[attribute][level])
        {
            var taken = Math.Min(most, rows);
            sum += taken * cost;
            rows -= taken;
            if (rows == 0)
            {
                break;
            }
        }

        return sum;
    }

    /// <summary>The score of any recoding, not of a node alone.</summary>
    /// <param name="raw">By attribute, leaves under what is published, summed over records.</param>
    public double Score(ReadOnlySpan<long> raw)
    {
        double product = 1, sum = 0;
        for (var j = 0; j < raw.Length; j++)
        {
            product *= 1 + Share(j, raw[j]);
            sum += Share(j, raw[j]);
        }

        return _geometric ? product : sum;
    }

    /// <summary>What one leaf less under a published value is worth; under the geometric mean, the less the more the attribute has lost.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="level">Where it stands.</param>
    public double Weight(int attribute, int level)
    {
        var lost = _geometric ? Share(attribute, _raw[attribute][level]) : 0;
        return _rows / (Math.Max(_rows, Most(attribute) - _raw[attribute][0]) * (1 + lost));
    }

    private long Most(int attribute) => _rows * _domains[attribute];

    private double Share(int attribute, double raw)
    {
        var least = _raw[attribute][0];
        return Most(attribute) <= least ? 0 : Cut(Math.Max(0, (raw - least) / (Most(attribute) - least)));
    }
}
