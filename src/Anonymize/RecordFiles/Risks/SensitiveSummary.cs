using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Sets;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Risks;

/// <summary>How well classes hide the values of one sensitive attribute. Classes in which all share one value give it away without giving anybody away.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="L">
/// Distinct values in the class that has fewest: 1 is no protection at all. Of sets the largest l, up to 4, that holds in every class.
/// </param>
/// <param name="HomogeneousClasses">Classes of two records or more that share a value.</param>
/// <param name="HomogeneousRows">Records in them.</param>
public sealed record SensitiveSummary(string Attribute, int L, int HomogeneousClasses, long HomogeneousRows)
{
    /// <param name="column">The attribute.</param>
    /// <param name="frequencies">Records by class.</param>
    /// <param name="entries">How often each value occurs in each class; values are codes of the column.</param>
    internal static SensitiveSummary Of(SensitiveColumn column, int[] frequencies, SensitiveEntries entries)
    {
        var diversity = column.Sets is { } sets ? Diversity(SetMembers.Of(sets), frequencies.Length, entries) : Distinct(frequencies.Length, entries);
        var alike = Enumerable.Range(0, frequencies.Length).Where(c => diversity[c] == 1 && frequencies[c] > 1).ToArray();
        return new SensitiveSummary(column.Column.Name, diversity.DefaultIfEmpty().Min(), alike.Length, alike.Sum(c => (long)frequencies[c]));
    }

    private static int[] Distinct(int classes, SensitiveEntries entries)
    {
        var distinct = new int[classes];
        foreach (var owner in entries.Owners)
        {
            distinct[owner]++;
        }

        return distinct;
    }

    private static int[] Diversity(int[][] sets, int classes, SensitiveEntries entries)
    {
        var present = Enumerable.Range(0, classes).Select(_ => new List<int[]>()).ToArray();
        for (var i = 0; i < entries.Count; i++)
        {
            present[entries.Owners[i]].Add(sets[entries.Values[i]]);
        }

        return [.. present.Select(SetDiversity.Largest)];
    }
}
