using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;

namespace Anonymize.RecordFiles.Search;

/// <summary>Makes the classes of nodes and judges them.</summary>
internal sealed class NodeEvaluator(GroupList finest, LevelMaps maps, ModelSet models, ColumnMeasure? measure, long limit)
{
    private readonly Grouping _grouping = new(maps);
    private readonly ClassJudge _judge = new(models);
    private readonly RareJudge _rare = new(models.Asked.Rare, maps);
    private int[] _weights = [];
    private int[] _codes = [];

    /// <summary>The classes that all others are made of.</summary>
    public GroupList Finest => finest;

    /// <summary>Nodes whose classes were made.</summary>
    public int Evaluated { get; private set; }

    /// <summary>Judges a node by what holds for every finer one: classes that are too small, and what sensitive values cost however classes are divided.</summary>
    /// <param name="levels">The node.</param>
    /// <param name="source">A finer node.</param>
    /// <param name="isWanted">Whether the classes should be kept for coarser nodes.</param>
    /// <param name="kept">The classes, where wanted.</param>
    public NodeFacts EvaluateForFiner(ReadOnlySpan<int> levels, GroupList source, bool isWanted, out GroupList? kept)
    {
        Evaluated++;
        _grouping.Run(source, levels);
        kept = isWanted ? _grouping.Keep(source, levels, models.Values) : null;
        var certain = _judge.JudgeSizes(_grouping.Sizes, _grouping.Population);
        if (certain <= limit && models.AsksSensitive)
        {
            certain += _judge.LostWhenDivided(_grouping.Sizes, source.Sensitive, _grouping.GroupOf);
        }

        return Facts(levels, source, certain, isPossible: true);
    }

    /// <summary>Judges a node by all models.</summary>
    /// <param name="levels">The node.</param>
    /// <param name="source">A finer node.</param>
    /// <param name="best">Score to be better than or equal to; judging may stop where it cannot be.</param>
    /// <param name="isWanted">Whether the classes should be kept for coarser nodes.</param>
    /// <param name="kept">The classes, where wanted.</param>
    public NodeFacts Evaluate(ReadOnlySpan<int> levels, GroupList source, double best, bool isWanted, out GroupList? kept)
    {
        Evaluated++;
        _grouping.Run(source, levels);
        kept = isWanted ? _grouping.Keep(source, levels, models.Values) : null;
        var small = _judge.JudgeSizes(_grouping.Sizes, _grouping.Population);
        if (small > limit || models is { AsksSensitive: false, Asked: { Presence: null, Rare.Count: 0 } })
        {
            return Facts(levels, source, small, isPossible: true);
        }

        if (measure is not null)
        {
            var bound = Facts(levels, source, small, isPossible: true);
            if (measure.Score(levels, bound.Suppression) * measure.Slack > best)
            {
                return bound;
            }
        }

        var isPossible = _judge.JudgePresence(_grouping.Sizes, _grouping.Population);
        if (isPossible && models.AsksSensitive)
        {
            _judge.JudgeSensitive(_grouping.Sizes, source.Sensitive, _grouping.GroupOf);
        }

        if (models.Asked.Rare.Count > 0)
        {
            _rare.Judge(_grouping, source, levels, _judge.Fails);
        }

        return Facts(levels, source, Suppressed(), isPossible);
    }

    /// <summary>Class of each class of a finer node, and which classes are suppressed.</summary>
    public (int[] ClassOf, bool[] IsSuppressed, int[] Sizes) Classes(ReadOnlySpan<int> levels, GroupList source)
    {
        Evaluate(levels, source, double.PositiveInfinity, isWanted: false, out _);
        return (_grouping.GroupOf.ToArray(), _judge.Fails[.._grouping.Count].ToArray(), _grouping.Sizes.ToArray());
    }

    private long Suppressed()
    {
        long records = 0;
        var sizes = _grouping.Sizes;
        for (var i = 0; i < sizes.Length; i++)
        {
            records += _judge.Fails[i] ? sizes[i] : 0;
        }

        return records;
    }

    private NodeFacts Facts(ReadOnlySpan<int> levels, GroupList source, long suppressed, bool isPossible)
    {
        if (measure is null)
        {
            return GroupFacts(suppressed, isPossible);
        }

        var deficits = suppressed > limit || !isPossible ? null : Deficits(levels, source, suppressed);
        return new NodeFacts(new Suppression(suppressed, deficits), isPossible, 0, 0, 0, 0);
    }

    private NodeFacts GroupFacts(long suppressed, bool isPossible)
    {
        double squares = 0, keptSquares = 0;
        int classes = 0, keptClasses = 0;
        var sizes = _grouping.Sizes;
        for (var i = 0; i < sizes.Length; i++)
        {
            var square = (double)sizes[i] * sizes[i];
            squares += square;
            classes += sizes[i] > 0 ? 1 : 0;
            if (!_judge.Fails[i])
            {
                keptSquares += square;
                keptClasses += sizes[i] > 0 ? 1 : 0;
            }
        }

        return new NodeFacts(new Suppression(suppressed, null), isPossible, squares, keptSquares, classes, keptClasses);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[]? Deficits(ReadOnlySpan<int> levels, GroupList source, long suppressed)
    {
        if (suppressed == 0)
        {
            return null;
        }

        if (_weights.Length < _grouping.Count)
        {
            _weights = new int[_grouping.Count * 2];
            _codes = new int[_grouping.Count * 2];
        }

        var sizes = _grouping.Sizes;
        var failing = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (_judge.Fails[i])
            {
                _weights[failing++] = sizes[i];
            }
        }

        var deficits = new double[levels.Length];
        var first = _grouping.First;
        for (var j = 0; j < levels.Length; j++)
        {
            if (maps.Count(j, levels[j]) == 1)
            {
                _codes.AsSpan(0, failing).Clear();
            }
            else
            {
                var map = maps.Map(j, source.Levels[j], levels[j]);
                var finer = source.Codes[j];
                for (int i = 0, at = 0; i < first.Length; i++)
                {
                    if (_judge.Fails[i])
                    {
                        _codes[at++] = map[finer[first[i]]];
                    }
                }
            }

            deficits[j] = measure!.Deficit(j, levels[j], _codes.AsSpan(0, failing), _weights.AsSpan(0, failing));
        }

        return deficits;
    }
}
