namespace Anonymize.RecordFiles.Models;

/// <summary>t-closeness where all values are equally far apart: ½ Σ |p − q|.</summary>
internal sealed class EqualCloseness(double t, int[] all) : Closeness(t, all)
{
    protected override double Scale => 2;

    protected override double Moved(ReadOnlySpan<int> histogram, int size)
    {
        double sum = 0;
        for (var value = 0; value < histogram.Length; value++)
        {
            sum += Math.Abs(Excess(histogram, size, value));
        }

        return sum;
    }
}
