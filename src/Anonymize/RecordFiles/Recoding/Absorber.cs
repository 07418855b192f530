using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>Finds the class that takes in tuples which can be no class of their own at the least cost.</summary>
internal sealed class Absorber(TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies, TupleJudge judge)
{
    /// <param name="classes">The classes.</param>
    /// <param name="rest">The tuples.</param>
    /// <param name="weights">By attribute, what a leaf more under a published value costs.</param>
    /// <param name="mayStay">Whether they may be suppressed instead where that is cheaper.</param>
    /// <returns>Null where they stay, or nothing can take them in.</returns>
    public (int Index, RecodingClass Class)? Cheapest(IReadOnlyList<RecodingClass> classes, int[] rest, double[] weights, bool mayStay)
    {
        double cheapest = mayStay ? hierarchies.Select((h, j) => weights[j] * judge.Size(rest) * (double)h.Domain).Sum() : double.PositiveInfinity;
        (int, RecodingClass)? best = null;
        for (var c = 0; c < classes.Count; c++)
        {
            if (Joined(classes[c], rest) is { } joined && Cost(joined, weights) - Cost(classes[c], weights) is var cost && cost < cheapest && judge.Holds(joined.Tuples))
            {
                (best, cheapest) = ((c, joined), cost);
            }
        }

        return best;
    }

    private RecodingClass? Joined(RecodingClass one, int[] rest)
    {
        var levels = (int[])one.Levels.Clone();
        for (var j = 0; j < levels.Length; j++)
        {
            var hierarchy = hierarchies[j];
            var leaf = tuples.Leaves[j][one.Tuples[0]];
            while (levels[j] <= hierarchy.Top && rest.Any(t => hierarchy.Code(levels[j], tuples.Leaves[j][t]) != hierarchy.Code(levels[j], leaf)))
            {
                levels[j]++;
            }

            if (levels[j] > hierarchy.Top)
            {
                return null;
            }
        }

        int[] members = [.. one.Tuples, .. rest];
        Array.Sort(members);
        return new RecodingClass(members, levels);
    }

    private double Cost(RecodingClass one, double[] weights)
    {
        double size = judge.Size(one.Tuples), cost = 0;
        for (var j = 0; j < weights.Length; j++)
        {
            var level = one.Levels[j];
            cost += weights[j] * size * hierarchies[j].Size(level, hierarchies[j].Code(level, tuples.Leaves[j][one.Tuples[0]]));
        }

        return cost;
    }
}
