namespace Anonymize.RecordFiles.Models;

/// <summary>At least l distinct sensitive values (Machanavajjhala, Gehrke, Kifer and Venkitasubramaniam 2006).</summary>
internal sealed class DistinctDiversity(int l) : SensitiveModel
{
    public override bool Holds(ReadOnlySpan<int> histogram, int size)
    {
        var distinct = 0;
        foreach (var count in histogram)
        {
            distinct += count > 0 ? 1 : 0;
        }

        return distinct >= l;
    }

    // A part has no value that the whole has not.
    public override double LostWhenDivided(ReadOnlySpan<int> histogram, int size) => Holds(histogram, size) ? 0 : 1;
}
