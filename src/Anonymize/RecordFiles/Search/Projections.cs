using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Measures;

namespace Anonymize.RecordFiles.Search;

/// <summary>
/// Cheap coarser nodes: a few attributes at their levels, all others at the top. What is suppressed there for its size is suppressed in every finer node, so
/// each gives a bound for very many nodes. Evaluated when first asked for, then remembered.
/// </summary>
internal sealed class Projections(Lattice lattice, NodeEvaluator evaluator, ColumnMeasure? measure, long limit)
{
    private const long MostRemembered = 1 << 20;
    private const long MostBytes = 1 << 20;
    private const int MostLists = 16;

    private readonly NodeFacts?[] _near = new NodeFacts?[lattice.Count <= MostRemembered ? lattice.Count : 0];
    private readonly Dictionary<long, NodeFacts> _far = [];
    private readonly Dictionary<long, GroupCache> _caches = [];
    private readonly double[] _deficits = new double[lattice.Attributes];
    private readonly int[] _levels = new int[lattice.Attributes];
    private long _rows;

    /// <summary>Bounds a node by all its projections to a number of attributes.</summary>
    /// <param name="levels">The node.</param>
    /// <param name="size">Attributes in each projection.</param>
    /// <param name="bound">A bound on its score; 0 without a measure of columns.</param>
    /// <returns>False where the node suppresses too much.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryBound(int[] levels, int size, out double bound)
    {
        Array.Clear(_deficits);
        _rows = 0;
        bound = 0;
        if (!TryEach(levels, from: 0, size, lattice.Count - 1, members: 0))
        {
            return false;
        }

        if (measure is not null)
        {
            for (var j = 0; j < _deficits.Length && _rows > 0; j++)
            {
                _deficits[j] = Math.Max(_deficits[j], measure.LeastDeficit(j, levels[j], _rows));
            }

            bound = measure.Score(levels, new Suppression(_rows, _deficits)) * measure.Slack;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryEach(int[] levels, int from, int left, long node, long members)
    {
        if (left == 0)
        {
            return TryOne(levels, node, members);
        }

        // Attributes at the top add nothing: a projection that includes them is one to fewer attributes, which counts as well.
        var any = false;
        for (var j = from; j < levels.Length; j++)
        {
            var below = lattice.Top(j) - levels[j];
            if (below == 0)
            {
                continue;
            }

            any = true;
            if (!TryEach(levels, j + 1, left - 1, node - (lattice.Strides[j] * below), members | (1L << j)))
            {
                return false;
            }
        }

        return any || TryOne(levels, node, members);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryOne(int[] levels, long node, long members)
    {
        var facts = _near.Length > 0 ? _near[node] : _far.GetValueOrDefault(node);
        if (facts is null)
        {
            facts = Evaluate(levels, members);
            if (_near.Length > 0)
            {
                _near[node] = facts;
            }
            else
            {
                _far[node] = facts;
            }
        }

        var suppression = facts.Suppression;
        _rows = Math.Max(_rows, suppression.Rows);
        if (suppression.Deficits is { } deficits)
        {
            for (var j = 0; j < deficits.Length; j++)
            {
                _deficits[j] = Math.Max(_deficits[j], deficits[j]);
            }
        }

        return suppression.Rows <= limit;
    }

    private NodeFacts Evaluate(int[] levels, long members)
    {
        if (!_caches.TryGetValue(members, out var cache))
        {
            Project(j => evaluator.Finest.Levels[j], members);
            evaluator.EvaluateForFiner(_levels, evaluator.Finest, isWanted: true, out var finest);
            _caches.Add(members, cache = new GroupCache(finest!, MostBytes, MostLists));
        }

        Project(j => levels[j], members);
        var facts = evaluator.EvaluateForFiner(_levels, cache.SourceOf(_levels), isWanted: true, out var kept);
        cache.Add(kept!);
        return facts;
    }

    private void Project(Func<int, int> level, long members)
    {
        for (var j = 0; j < _levels.Length; j++)
        {
            _levels[j] = (members & (1L << j)) != 0 ? level(j) : lattice.Top(j);
        }
    }
}
