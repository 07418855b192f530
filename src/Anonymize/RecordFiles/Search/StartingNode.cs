using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>
/// The finest node that could be good: where the values of one attribute alone, all others forgotten, are too rare for too many records, no node with the
/// attribute at that level is. All other nodes are made from its classes, which may be far fewer than tuples.
/// </summary>
internal static class StartingNode
{
    public static int[] Find(TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies, ModelSet models, long limit)
    {
        var start = new int[hierarchies.Count];
        var sizes = LeafFrequencies.Of(tuples.Leaves, tuples.Weights, hierarchies);
        var population = tuples.Population is null ? null : LeafFrequencies.Of(tuples.Leaves, tuples.Population, hierarchies);
        for (var j = 0; j < start.Length; j++)
        {
            while (start[j] < hierarchies[j].Top && Rare(hierarchies[j], start[j], sizes[j], population?[j], models) > limit)
            {
                start[j]++;
            }
        }

        return start;
    }

    public static GroupList Classes(GroupList tuples, int[] start, LevelMaps maps, ModelSet models)
    {
        if (!start.AsSpan().ContainsAnyExcept(0))
        {
            return tuples;
        }

        var grouping = new Grouping(maps);
        grouping.Run(tuples, start);
        return grouping.Keep(tuples, start, models.Values);
    }

    private static long Rare(Hierarchy hierarchy, int level, long[] leafSizes, long[]? leafPopulation, ModelSet models)
    {
        var sizes = new long[hierarchy.Count(level)];
        var population = new long[sizes.Length];
        for (var leaf = 0; leaf < leafSizes.Length; leaf++)
        {
            var code = hierarchy.Code(level, leaf);
            sizes[code] += leafSizes[leaf];
            population[code] += leafPopulation?[leaf] ?? 0;
        }

        long rare = 0;
        for (var code = 0; code < sizes.Length; code++)
        {
            rare += models.IsSmall((int)Math.Min(sizes[code], int.MaxValue), (int)Math.Min(population[code], int.MaxValue)) ? sizes[code] : 0;
        }

        return rare;
    }
}
