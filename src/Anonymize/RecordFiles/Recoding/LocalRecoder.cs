using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Search;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>
/// Local recoding: classes at levels of their own. It begins at the best node with free suppression, what that suppresses being one class at the top, and
/// again with all records as one class at the top; both are made finer until no single class can be, and the better is taken.
/// </summary>
internal sealed class LocalRecoder
{
    private readonly TupleTable _tuples;
    private readonly IReadOnlyList<Hierarchy> _hierarchies;
    private readonly ModelSet _models;
    private readonly Measure _measure;
    private readonly LossMeasure _loss;
    private readonly TupleJudge _judge;
    private readonly Specialiser _specialiser;
    private readonly long _limit;

    public LocalRecoder(TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies, ModelSet models, Measure measure, long limit)
    {
        _tuples = tuples;
        _hierarchies = hierarchies;
        _models = models;
        _measure = measure;
        _loss = (LossMeasure)new NodeScore(measure, hierarchies, tuples).Columns!;
        _limit = limit;
        _judge = new TupleJudge(tuples, models);
        _specialiser = new Specialiser(tuples, hierarchies, _judge);
    }

    /// <returns>The recoding, its value and the nodes that were looked at; null where the limit of suppression cannot be kept.</returns>
    public (ClassRecoding Recoding, double Value, int NodesChecked)? Run(CancellationToken cancellationToken)
    {
        var search = new FullDomainSearch(_tuples, _hierarchies, _models, _measure, limit: _tuples.Rows);
        var optimum = search.Run(cancellationToken);
        var weights = Weights(null);
        var starts = new List<List<RecodingClass>> { Together([], Enumerable.Range(0, _tuples.Count).ToArray()) };
        if (optimum is not null)
        {
            starts.Add(WithRest(Classes(search, optimum.Levels)));
            weights = Weights(optimum.Levels);
        }

        if (optimum is { } free && free.Suppressed > _limit)
        {
            // What keeps the limit by itself is a beginning too, so that no outcome is worse than the best of all nodes.
            var limited = new FullDomainSearch(_tuples, _hierarchies, _models, _measure, _limit);
            if (limited.Run(cancellationToken) is { } within)
            {
                starts.Add(Classes(limited, within.Levels));
            }
        }

        if (_hierarchies.All(h => h.Levels == 2 && h.Count(1) == 1))
        {
            starts.Add(WithRest(new BlankPatterns(_tuples, _hierarchies, _models).Run(cancellationToken)));
        }

        (ClassRecoding Recoding, double Value, int)? best = null;
        foreach (var start in starts)
        {
            var classes = Fixpoint(start, weights, cancellationToken);
            if (Finish(classes, weights, cancellationToken) is { } recoding && Value(recoding) is var value && (best is null || value < best.Value.Value))
            {
                best = (recoding, value, optimum?.NodesChecked ?? 0);
            }
        }

        return best;
    }

    private static List<RecodingClass> Classes(FullDomainSearch search, int[] levels)
    {
        var (classOf, isSuppressed, sizes) = search.Classes(levels);
        var members = sizes.Select(_ => new List<int>()).ToArray();
        for (var t = 0; t < classOf.Length; t++)
        {
            members[classOf[t]].Add(t);
        }

        return [.. members.Where((m, c) => m.Count > 0 && !isSuppressed[c]).Select(m => new RecodingClass([.. m], levels))];
    }

    // Where the rest may not be a class of its own it is left, to be absorbed or suppressed.
    private List<RecodingClass> Together(IEnumerable<RecodingClass> classes, int[] rest)
    {
        var all = classes.ToList();
        if (rest.Length > 0 && _hierarchies.All(h => h.Count(h.Top) == 1) && _judge.Holds(rest))
        {
            all.Add(new RecodingClass(rest, [.. _hierarchies.Select(h => h.Top)]));
        }

        return all;
    }

    // Classes that came to the same categories by different ways are one, which may be made finer again. Their order is that of their categories, so that
    // no choice between equals depends on the order of records.
    private List<RecodingClass> Fixpoint(List<RecodingClass> classes, double[] weights, CancellationToken cancellationToken)
    {
        while (true)
        {
            var finer = _specialiser.Run(classes, weights, cancellationToken);
            classes = [.. finer.GroupBy(Place, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new RecodingClass([.. same.SelectMany(c => c.Tuples).Order()], same.First().Levels))];
            if (classes.Count == finer.Count)
            {
                return classes;
            }
        }
    }

    private string Place(RecodingClass one) => string.Join(
        ';', one.Levels.Select((level, j) => FormattableString.Invariant($"{level}:{_hierarchies[j].Code(level, _tuples.Leaves[j][one.Tuples[0]])}")));

    private List<RecodingClass> WithRest(List<RecodingClass> classes) => Together(classes, Rest(classes));

    private int[] Rest(List<RecodingClass> classes)
    {
        var isIn = new bool[_tuples.Count];
        foreach (var tuple in classes.SelectMany(c => c.Tuples))
        {
            isIn[tuple] = true;
        }

        return [.. Enumerable.Range(0, isIn.Length).Where(t => !isIn[t])];
    }

    private ClassRecoding? Finish(List<RecodingClass> classes, double[] weights, CancellationToken cancellationToken)
    {
        var rest = Rest(classes);
        if (rest.Length > 0 && new Absorber(_tuples, _hierarchies, _judge).Cheapest(classes, rest, weights, mayStay: _judge.Size(rest) <= _limit) is { } absorbed)
        {
            classes[absorbed.Index] = absorbed.Class;
            classes = Fixpoint(classes, weights, cancellationToken);
            rest = [];
        }

        return _judge.Size(rest) > _limit ? null : Recoding(classes, rest);
    }

    private ClassRecoding Recoding(List<RecodingClass> classes, int[] rest)
    {
        var classOf = new int[_tuples.Count];
        for (var c = 0; c < classes.Count; c++)
        {
            foreach (var tuple in classes[c].Tuples)
            {
                classOf[tuple] = c;
            }
        }

        foreach (var tuple in rest)
        {
            classOf[tuple] = classes.Count;
        }

        int[][] levels = [.. classes.Select(c => c.Levels), [.. _hierarchies.Select(h => h.Top)]];
        return PublishedClasses.Of([.. classOf.Select(c => levels[c])], t => classOf[t] == classes.Count, _tuples, _hierarchies);
    }

    private double Value(ClassRecoding recoding)
    {
        var raw = new long[_hierarchies.Count];
        for (var t = 0; t < _tuples.Count; t++)
        {
            var group = recoding.ClassOf[t];
            for (var j = 0; j < raw.Length; j++)
            {
                var level = recoding.Levels[t][j];
                raw[j] += _tuples.Weights[t] * (recoding.IsSuppressed[group] ? _hierarchies[j].Domain : (long)_hierarchies[j].Size(level, _hierarchies[j].Code(level, _tuples.Leaves[j][t])));
            }
        }

        return _loss.Value(_loss.Score(raw));
    }

    private double[] Weights(int[]? levels) => [.. Enumerable.Range(0, _hierarchies.Count).Select(j => _loss.Weight(j, levels?[j] ?? 0))];
}
