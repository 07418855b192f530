namespace Anonymize.RecordFiles.Models;

/// <summary>
/// t-closeness (Li, Li and Venkatasubramanian 2007). Distances are sums of whole numbers, class counts times all records less counts of all records times
/// class size, divided once at the end: exact, and the same in any order.
/// </summary>
internal abstract class Closeness(double t, int[] all) : SensitiveModel
{
    private const double Digits = 1e-12;

    private readonly long _records = all.Sum(count => (long)count);

    public sealed override bool Holds(ReadOnlySpan<int> histogram, int size) => From(histogram, size) <= t;

    /// <remarks>The distance of the whole is at most the mean of its parts' (it is convex); parts that are kept have t or less, others 1 or less.</remarks>
    public sealed override double LostWhenDivided(ReadOnlySpan<int> histogram, int size) =>
        From(histogram, size) is var distance && distance > t ? Math.Max(0, ((distance - t) / (1 - t)) - Digits) : 0;

    /// <summary>What the sum is divided by besides class size and records.</summary>
    protected abstract double Scale { get; }

    protected abstract double Moved(ReadOnlySpan<int> histogram, int size);

    private double From(ReadOnlySpan<int> histogram, int size) => Moved(histogram, size) / ((double)size * _records * Scale);

    protected long Excess(ReadOnlySpan<int> histogram, int size, int value) => (histogram[value] * _records) - ((long)all[value] * size);
}
