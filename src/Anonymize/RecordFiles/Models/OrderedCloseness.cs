namespace Anonymize.RecordFiles.Models;

/// <summary>t-closeness of ordered values: Σ over i of |Σ up to i of (p − q)| ÷ (m − 1). Values stand in the order of the histogram.</summary>
internal sealed class OrderedCloseness(double t, int[] all) : Closeness(t, all)
{
    private readonly int _steps = Math.Max(1, all.Length - 1);

    protected override double Scale => _steps;

    protected override double Moved(ReadOnlySpan<int> histogram, int size)
    {
        double sum = 0;
        long carried = 0;
        for (var value = 0; value < histogram.Length; value++)
        {
            carried += Excess(histogram, size, value);
            sum += Math.Abs(carried);
        }

        return sum;
    }
}
