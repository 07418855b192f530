using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>The classes of a node, from which those of any coarser node are made without going back to tuples.</summary>
/// <param name="Levels">The node.</param>
/// <param name="Codes">By attribute, category of each class; empty where the level has one category only.</param>
/// <param name="Sizes">Records.</param>
/// <param name="Population">Records of the population; null without one.</param>
/// <param name="Sensitive">By sensitive attribute.</param>
internal sealed record GroupList(int[] Levels, int[][] Codes, int[] Sizes, int[]? Population, SensitiveEntries[] Sensitive)
{
    public int Count => Sizes.Length;

    public long Bytes => sizeof(int) * ((long)Count * (Codes.Count(c => c.Length > 0) + 2) + (3 * Sensitive.Sum(s => (long)s.Count)));

    public bool IsFinerThan(ReadOnlySpan<int> levels)
    {
        for (var j = 0; j < levels.Length; j++)
        {
            if (Levels[j] > levels[j])
            {
                return false;
            }
        }

        return true;
    }
}
