using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Measures;

/// <summary>Precision (Sweeney 2002), turned round so that less is better: mean over attributes and records of level ÷ height, 1 where suppressed.</summary>
internal sealed class PrecisionMeasure(IReadOnlyList<Hierarchy> hierarchies, long rows) : ColumnMeasure
{
    private readonly int[] _heights = [.. hierarchies.Select(h => h.Top)];

    public override double Score(ReadOnlySpan<int> levels, in Suppression suppression)
    {
        double sum = 0;
        for (var j = 0; j < levels.Length; j++)
        {
            var height = _heights[j];
            sum += (((rows - suppression.Rows) * (height == 0 ? 0 : (double)levels[j] / height)) + suppression.Rows) / rows;
        }

        return sum / levels.Length;
    }
}
