using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Measures;

/// <summary>
/// A measure that adds up attribute by attribute and depends on classes only through what is suppressed. So its value with nothing suppressed needs no
/// grouping, and with some of the suppressed records it is a lower bound. Where sums are of whole numbers they are exact, and bounds compare exactly.
/// </summary>
internal abstract class ColumnMeasure
{
    /// <summary>Factor that keeps a bound below what it bounds where sums are not of whole numbers and may be rounded.</summary>
    public virtual double Slack => 1 - 1e-12;

    /// <summary>The value at a node, or a bound below it where the suppression is known in part.</summary>
    public abstract double Score(ReadOnlySpan<int> levels, in Suppression suppression);

    /// <summary>The score as it is reported.</summary>
    public virtual double Value(double score) => score;

    /// <summary>What suppressed records cost in one attribute. It grows with records and with finer levels.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="level">Its level.</param>
    /// <param name="codes">Categories at that level, one an entry.</param>
    /// <param name="weights">Records of each entry.</param>
    public virtual double Deficit(int attribute, int level, ReadOnlySpan<int> codes, ReadOnlySpan<int> weights) => 0;

    /// <summary>The least that any so many records can cost in an attribute.</summary>
    public virtual double LeastDeficit(int attribute, int level, long rows) => 0;

    /// <summary>Records by category of a level, from records by leaf.</summary>
    protected static long[] Frequencies(Hierarchy hierarchy, int level, ReadOnlySpan<long> leaves)
    {
        var frequencies = new long[hierarchy.Count(level)];
        for (var leaf = 0; leaf < leaves.Length; leaf++)
        {
            frequencies[hierarchy.Code(level, leaf)] += leaves[leaf];
        }

        return frequencies;
    }

    /// <summary>Cut to ten decimals, as ARX does.</summary>
    protected static double Cut(double value) => Math.Floor(value * 1e10) / 1e10;
}
