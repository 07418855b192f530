using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>
/// Full-domain generalisation, optimal: nodes are taken in the order of a lower bound, and the search ends when no bound is below the best score. A bound is
/// refined in steps before classes are made: first nothing suppressed, then what projections to one, two and three attributes show to be suppressed. Each
/// node has one parent (the last attribute that is above its start lowered by one), never has a lower bound than it, and so is met once.
/// </summary>
internal sealed class FullDomainSearch
{
    private const int LastStage = 3;
    private const long CacheBytes = 16 << 20;
    private const int CacheLists = 96;

    private readonly Lattice _lattice;
    private readonly NodeEvaluator _evaluator;
    private readonly Projections _projections;
    private readonly GroupCache _cache;
    private readonly GroupList _tuples;
    private readonly NodeScore _score;
    private readonly long _limit;
    private readonly NodeHeap _heap = new();
    private readonly int[] _levels;
    private readonly int[] _start;
    private double _best = double.PositiveInfinity;
    private long _bestNode = -1;
    private long _bestSuppressed;

    /// <param name="tuples">The records.</param>
    /// <param name="hierarchies">By key attribute.</param>
    /// <param name="models">What classes must satisfy.</param>
    /// <param name="measure">What is made least.</param>
    /// <param name="limit">Most records that may be suppressed.</param>
    public FullDomainSearch(TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies, ModelSet models, Measure measure, long limit)
    {
        _limit = limit;
        _lattice = new Lattice([.. hierarchies.Select(h => h.Levels)]);
        _levels = new int[hierarchies.Count];
        var maps = new LevelMaps(hierarchies);
        _score = new NodeScore(measure, hierarchies, tuples);
        var leaves = new GroupList(new int[hierarchies.Count], tuples.Leaves, tuples.Weights, tuples.Population, models.AsksSensitive ? tuples.Sensitive : []);
        _start = StartingNode.Find(tuples, hierarchies, models, limit);
        _evaluator = new NodeEvaluator(StartingNode.Classes(leaves, _start, maps, models), maps, models, _score.Columns, limit);
        _projections = new Projections(_lattice, _evaluator, _score.Columns, limit);
        _cache = new GroupCache(_evaluator.Finest, CacheBytes, CacheLists);
        _tuples = leaves;
    }

    /// <returns>Null where no node keeps suppression within its limit.</returns>
    public Optimum? Run(CancellationToken cancellationToken)
    {
        _heap.Push(new NodeHeap.Entry(_score.Bound(_start), _lattice.Encode(_start), 0));
        while (_heap.Count > 0 && _heap.LeastBound <= _best)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = _heap.Pop();
            _lattice.Decode(entry.Node, _levels);
            if (entry.Stage == 0 && _score.Columns is not null)
            {
                PushCoarser(entry.Node);
            }

            if (entry.Bound < _best || entry.Node < _bestNode)
            {
                Refine(entry);
            }
        }

        if (_bestNode < 0)
        {
            return null;
        }

        var levels = new int[_levels.Length];
        _lattice.Decode(_bestNode, levels);
        return new Optimum(levels, _best, _bestSuppressed, _evaluator.Evaluated);
    }

    /// <summary>Class of each tuple at a node, and which classes are suppressed.</summary>
    public (int[] ClassOf, bool[] IsSuppressed, int[] Sizes) Classes(ReadOnlySpan<int> levels) => _evaluator.Classes(levels, _tuples);

    public double Value(double score) => _score.Value(score);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Refine(NodeHeap.Entry entry)
    {
        var bound = entry.Bound;
        for (var stage = entry.Stage + 1; stage <= LastStage; stage++)
        {
            if (!_projections.TryBound(_levels, stage, out var refined))
            {
                if (_score.Columns is null)
                {
                    PushCoarser(entry.Node, bound);
                }

                return;
            }

            bound = Math.Max(bound, refined);
            if (bound > _best)
            {
                return;
            }

            if (bound > _heap.LeastBound)
            {
                _heap.Push(new NodeHeap.Entry(bound, entry.Node, stage));
                return;
            }
        }

        Evaluate(entry.Node, bound);
    }

    private void Evaluate(long node, double bound)
    {
        var source = _cache.SourceOf(_levels);
        var facts = _evaluator.Evaluate(_levels, source, _best, isWanted: true, out var kept);
        if (kept!.Count < source.Count)
        {
            _cache.Add(kept);
        }

        if (_score.Columns is null)
        {
            PushCoarser(node, Math.Max(bound, _score.BoundOf(facts)));
        }

        if (facts.Suppression.Rows > _limit || !facts.IsPossible)
        {
            return;
        }

        var score = _score.Of(_levels, facts);
        if (score < _best || (score == _best && node < _bestNode))
        {
            (_best, _bestNode, _bestSuppressed) = (score, node, facts.Suppression.Rows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PushCoarser(long node, double bound = double.NaN)
    {
        for (var j = _levels.Length - 1; j >= 0; j--)
        {
            if (_levels[j] < _lattice.Top(j))
            {
                _levels[j]++;
                var coarser = double.IsNaN(bound) ? _score.Bound(_levels) : bound;
                _levels[j]--;
                if (coarser <= _best)
                {
                    _heap.Push(new NodeHeap.Entry(coarser, node + _lattice.Strides[j], 0));
                }
            }

            if (_levels[j] > _start[j])
            {
                break;
            }
        }
    }
}
