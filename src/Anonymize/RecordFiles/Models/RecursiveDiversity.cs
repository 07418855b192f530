namespace Anonymize.RecordFiles.Models;

/// <summary>Recursive (c,l)-diversity: the largest count is less than c times the sum of the counts from the l-th largest on (Machanavajjhala and others 2006).</summary>
internal sealed class RecursiveDiversity(double c, int l) : SensitiveModel
{
    public override bool Holds(ReadOnlySpan<int> histogram, int size)
    {
        var counts = histogram.ToArray();
        counts.AsSpan().Sort();
        long rest = 0;
        for (var i = counts.Length - l; i >= 0; i--)
        {
            rest += counts[i];
        }

        return counts[^1] < c * rest;
    }
}
