using System.Numerics;

namespace Anonymize.RecordFiles.Risks;

/// <summary>
/// SUDA scores: a minimal unique of s of m attributes weighs Π over i from s to M of (m − i), so that small sets weigh most; M is the size of the largest set
/// looked for, at most m − 1. DIS (Skinner and Elliot 2002) spreads over the records that are alone, by their scores, the matches to be expected among them:
/// with U records alone and P in pairs, a match with one alone is right with probability U f ÷ (U f + P (1 − f)), f being the sampling fraction.
/// A diagnostic, not a model that decides.
/// </summary>
internal static class SpecialUniques
{
    public static double Weight(int size, int most, int attributes)
    {
        double weight = 1;
        for (var i = size; i <= Math.Min(most, attributes - 1); i++)
        {
            weight *= attributes - i;
        }

        return weight;
    }

    /// <summary>By combination.</summary>
    public static double[] Scores(IReadOnlyList<IReadOnlyList<uint>> uniques, int most, int attributes) =>
        [.. uniques.Select(sets => sets.Sum(set => Weight(BitOperations.PopCount(set), most, attributes)))];

    /// <summary>By attribute, its share of all scores: each minimal unique's weight is shared equally by its attributes.</summary>
    public static double[] Contributions(IReadOnlyList<IReadOnlyList<uint>> uniques, int most, int attributes)
    {
        var contributions = new double[attributes];
        foreach (var set in uniques.SelectMany(sets => sets))
        {
            var size = BitOperations.PopCount(set);
            for (var j = 0; j < attributes; j++)
            {
                contributions[j] += (set & (1u << j)) != 0 ? Weight(size, most, attributes) / size : 0;
            }
        }

        var all = contributions.Sum();
        return all > 0 ? [.. contributions.Select(c => c / all)] : contributions;
    }

    /// <param name="scores">By combination.</param>
    /// <param name="frequencies">Records by combination.</param>
    /// <param name="fraction">Share of the population that is in the file.</param>
    public static double[] Dis(double[] scores, int[] frequencies, double fraction)
    {
        double alone = frequencies.Count(f => f == 1), paired = 2.0 * frequencies.Count(f => f == 2), all = scores.Sum();
        if (alone == 0 || all == 0)
        {
            return new double[scores.Length];
        }

        var right = alone * fraction / ((alone * fraction) + (paired * (1 - fraction)));
        return [.. scores.Select(score => Math.Min(1, score / all * alone * right))];
    }
}
