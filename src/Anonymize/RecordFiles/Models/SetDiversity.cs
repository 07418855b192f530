namespace Anonymize.RecordFiles.Models;

/// <summary>
/// Distinct l-diversity of sets, on what somebody learns: whoever knows of a person up to l − 2 values of the set, that she has or has not, does not learn
/// another one. Counting distinct sets would not do: {a}, {a, b} and {a, c} are three, and all have a. To have none counts as a value. Where every set has one
/// value this is l distinct values: l − 2 are ruled out, and two remain.
/// </summary>
/// <param name="l">At least 1, which asks nothing.</param>
/// <param name="sets">What is in each set, by value.</param>
internal sealed class SetDiversity(int l, int[][] sets) : SensitiveModel
{
    /// <summary>The largest l: judging costs (2 × values) to the power of l − 2.</summary>
    public const int Most = 4;

    /// <summary>The largest l that a class has, up to <see cref="Most"/>.</summary>
    /// <param name="present">The sets that occur in it; at least one.</param>
    public static int Largest(List<int[]> present)
    {
        var l = 1;
        while (l < Most && !Tells(present, [], more: l - 1))
        {
            l++;
        }

        return l;
    }

    public override bool Holds(ReadOnlySpan<int> histogram, int size) => l < 2 || !Tells(Present(histogram), [], l - 2);

    // What all records share, all records of every part share.
    public override double LostWhenDivided(ReadOnlySpan<int> histogram, int size) => l >= 2 && Tells(Present(histogram), [], 0) ? 1 : 0;

    private List<int[]> Present(ReadOnlySpan<int> histogram)
    {
        var present = new List<int[]>();
        for (var value = 0; value < histogram.Length; value++)
        {
            if (histogram[value] > 0)
            {
                present.Add(sets[value]);
            }
        }

        return present;
    }

    /// <summary>Whether sets, of which some values are known, share another one, or those do among them that some more knowledge leaves.</summary>
    private static bool Tells(List<int[]> present, int[] known, int more)
    {
        var values = present.SelectMany(set => set).CountBy(value => value).Where(value => !known.Contains(value.Key)).ToArray();
        return values.Any(value => value.Value == present.Count)
            || (more > 0 && values.Any(value =>
                Tells(present.FindAll(set => set.Contains(value.Key)), [.. known, value.Key], more - 1)
                || Tells(present.FindAll(set => !set.Contains(value.Key)), known, more - 1)));
    }
}
