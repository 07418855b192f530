namespace Anonymize.RecordFiles.Models;

/// <summary>
/// t-closeness (Li, Li and Venkatasubramanian 2007). Distances are sums of whole numbers, class counts times all records less counts of all records times
/// class size, divided once at the end: exact, and the same in any order.
/// </summary>
internal abstract class Closeness(double t, int[] all) : SensitiveModel
{
    private readonly long _records = all.Sum(count => (long)count);

    public sealed override bool Holds(ReadOnlySpan<int> histogram, int size) => Moved(histogram, size) / ((double)size * _records * Scale) <= t;

    /// <summary>What the sum is divided by besides class size and records.</summary>
    protected abstract double Scale { get; }

    protected abstract double Moved(ReadOnlySpan<int> histogram, int size);

    protected long Excess(ReadOnlySpan<int> histogram, int size, int value) => (histogram[value] * _records) - ((long)all[value] * size);
}
