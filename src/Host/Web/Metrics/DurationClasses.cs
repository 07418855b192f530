namespace Host.Web.Metrics;

/// <summary>How many answers fell into each class of duration.</summary>
internal sealed class DurationClasses
{
    private readonly long[] _counts = new long[RequestMeter.Bounds.Length + 1];
    private readonly Lock _alone = new();
    private double _sum;

    public void Add(double seconds)
    {
        var index = Array.FindIndex(RequestMeter.Bounds, b => seconds <= b);
        lock (_alone)
        {
            _counts[index < 0 ? RequestMeter.Bounds.Length : index]++;
            _sum += seconds;
        }
    }

    /// <returns>Answers up to each bound, the last being all of them; and their seconds together.</returns>
    public (long[] UpTo, double Sum) Read()
    {
        lock (_alone)
        {
            var upTo = new long[_counts.Length];
            for (var (i, all) = (0, 0L); i < upTo.Length; i++)
            {
                upTo[i] = all += _counts[i];
            }

            return (upTo, _sum);
        }
    }
}
