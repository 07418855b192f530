using System.Numerics;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Search;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>
/// A beginning for the blanking of single values: records that may stand as they are do; of the others those that may with one value blanked, in the attribute
/// that settles most of them first; then with two; and so on.
/// </summary>
internal sealed class BlankPatterns(TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies, ModelSet models)
{
    private const int MostAttributes = 14;

    private readonly LevelMaps _maps = new(hierarchies);

    /// <returns>Classes that hold; tuples in none of them are left over. Empty where attributes are too many to try all patterns.</returns>
    public List<RecodingClass> Run(CancellationToken cancellationToken)
    {
        var classes = new List<RecodingClass>();
        var rest = Enumerable.Range(0, tuples.Count).ToArray();
        var attributes = hierarchies.Count;
        for (var blanks = 0; blanks <= attributes && attributes <= MostAttributes && rest.Length > 0; blanks++)
        {
            var patterns = Enumerable.Range(0, 1 << attributes).Where(p => BitOperations.PopCount((uint)p) == blanks)
                .Select(p => Enumerable.Range(0, attributes).Select(j => (p >> j) & 1).ToArray()).ToList();
            while (Best(patterns, rest, cancellationToken) is { } best)
            {
                classes.AddRange(best.Classes);
                var settled = best.Classes.SelectMany(c => c.Tuples).ToHashSet();
                rest = [.. rest.Where(t => !settled.Contains(t))];
                patterns.Remove(best.Levels);
            }
        }

        return classes;
    }

    private (int[] Levels, List<RecodingClass> Classes)? Best(List<int[]> patterns, int[] rest, CancellationToken cancellationToken)
    {
        if (rest.Length == 0)
        {
            return null;
        }

        var evaluator = new NodeEvaluator(Part(rest), _maps, models, measure: null, limit: long.MaxValue);
        int[]? best = null;
        long least = rest.Sum(t => (long)tuples.Weights[t]);
        foreach (var levels in patterns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = evaluator.Evaluate(levels, evaluator.Finest, double.PositiveInfinity, isWanted: false, out _).Suppression.Rows;
            if (left < least)
            {
                (best, least) = (levels, left);
            }
        }

        if (best is null)
        {
            return null;
        }

        var (classOf, isSuppressed, sizes) = evaluator.Classes(best, evaluator.Finest);
        var members = sizes.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < classOf.Length; i++)
        {
            members[classOf[i]].Add(rest[i]);
        }

        return (best, [.. members.Where((_, c) => !isSuppressed[c]).Select(m => new RecodingClass([.. m], best))]);
    }

    private GroupList Part(int[] rest)
    {
        var place = new int[tuples.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < rest.Length; i++)
        {
            place[rest[i]] = i;
        }

        return new GroupList(
            new int[hierarchies.Count],
            [.. tuples.Leaves.Select(leaves => rest.Select(t => leaves[t]).ToArray())],
            [.. rest.Select(t => tuples.Weights[t])],
            Population: null,
            [.. tuples.Sensitive.Select(entries => entries.Part(place))]);
    }
}
