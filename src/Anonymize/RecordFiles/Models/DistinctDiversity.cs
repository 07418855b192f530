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
}
