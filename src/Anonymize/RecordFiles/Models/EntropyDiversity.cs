namespace Anonymize.RecordFiles.Models;

/// <summary>
/// Shannon entropy of sensitive values at least ln l (Machanavajjhala and others 2006), as n ln n − Σ c ln c ≥ n ln l. A class that meets it exactly, l
/// equal counts, meets it here too: the two sides may differ in the last digits.
/// </summary>
internal sealed class EntropyDiversity(double l) : SensitiveModel
{
    private const double Digits = 1e-12;

    public override bool Holds(ReadOnlySpan<int> histogram, int size) => Sum(histogram, size) >= size * (Math.Log(l) - Digits);

    // The entropy of the whole is at least the mean of its parts', and parts that are kept have ln l or more.
    public override double LostWhenDivided(ReadOnlySpan<int> histogram, int size) =>
        Holds(histogram, size) ? 0 : Math.Max(0, 1 - (Sum(histogram, size) / (size * Math.Log(l))) - Digits);

    private static double Sum(ReadOnlySpan<int> histogram, int size)
    {
        var sum = size * Math.Log(size);
        foreach (var count in histogram)
        {
            sum -= count > 0 ? count * Math.Log(count) : 0;
        }

        return sum;
    }
}
