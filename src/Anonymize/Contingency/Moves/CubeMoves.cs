using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>
/// The simplest moves: in each variable persons go from one class to another, or appear in one; the move is the product of these over all variables. With all
/// variables swapped it is the corners of a box, alternately up and down, and no total moves. Found by trying all of them, cheaper than any
/// programme; what needs a longer way is left to others.
/// </summary>
internal sealed class CubeMoves : IMoveFinder
{
    /// <summary>Of sets of categories there are very many ways to change one category, so those are tried that change fewest others.</summary>
    private const int MostSteps = 1_000;

    private readonly ContingencySystem _system;
    private readonly CellGrid _grid;
    private readonly int[]? _dense;
    private readonly Step[]?[][] _steps;
    private readonly int[][][] _nodesOf;

    public CubeMoves(ContingencySystem system)
    {
        _system = system;
        _grid = system.Grid;
        _steps = [.. _grid.Variables.Select(v => new Step[]?[v.Count])];
        _nodesOf = [.. _grid.Variables.Select(v => v.ClassesOf.Index().SelectMany(n => n.Item.Select(c => (Class: c, Node: n.Index))).ToLookup(x => x.Class, x => x.Node))
            .Select((nodes, v) => Enumerable.Range(0, _grid.Variables[v].Classes).Select(c => nodes[c].ToArray()).ToArray())];
        var keys = _grid.Variables.Aggregate(1L, (product, v) => product * v.Count);
        if (keys <= 20_000_000)
        {
            _dense = new int[keys];
            Array.Fill(_dense, -1);
            for (var cell = 0; cell < system.Count; cell++)
            {
                _dense[_grid.KeyOf(_grid.NodesOf(cell))] = cell;
            }
        }
    }

    public bool IsExact => false;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        if (!question.IsDifference)
        {
            return Find(question, question.Cell, question.Sign, opposed: -1, question.Limit, budget);
        }

        // One of the two moves the way that is asked for, and the other does not follow it.
        var one = Find(question, question.Cell, question.Sign, question.Less, question.Limit, budget);
        return Find(question, question.Less, -question.Sign, question.Cell, one is null ? question.Limit : MoveCosts.Of(one, question.Prices), budget) ?? one;
    }

    private CellMove? Find(in MoveQuestion question, int target, int sign, int opposed, double limit, WorkBudget budget)
    {
        var lists = _grid.NodesOf(target).Select((node, v) => StepsOf(v, node)).ToArray();
        var search = new Search(this, question, lists, target, sign, opposed, limit);
        search.Run(0, [0], [1]);
        budget.Spend(search.Work);
        return search.Best;
    }

    private int CellAt(long key) => _dense is null ? _grid.Find(key) : _dense[key];

    /// <summary>Steps of a variable that change a node by one: upwards in sign.</summary>
    private Step[] StepsOf(int variable, int node)
    {
        if (_steps[variable][node] is { } known)
        {
            return known;
        }

        var v = _grid.Variables[variable];
        var isInside = new bool[v.Classes];
        foreach (var inside in v.ClassesOf[node])
        {
            isInside[inside] = true;
        }

        // Somebody appears inside, or comes from outside.
        var ways = v.ClassesOf[node].SelectMany(inside => Enumerable.Range(-1, v.Classes + 1).Where(outside => outside < 0 || !isInside[outside]), (inside, outside) => (inside, outside));
        if (v.HasSets)
        {
            ways = ways.OrderBy(w => Apart(_nodesOf[variable][w.inside], w.outside < 0 ? [] : _nodesOf[variable][w.outside])).ThenBy(w => w).Take(MostSteps);
        }

        return _steps[variable][node] = [.. ways.Select(w => StepOf(variable, w.inside, w.outside))];
    }

    /// <summary>How many nodes hold one class and not the other.</summary>
    private static int Apart(int[] one, int[] other)
    {
        var (i, j, both) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return one.Length + other.Length - (2 * both);
    }

    private Step StepOf(int variable, int gains, int loses)
    {
        var (up, down) = (_nodesOf[variable][gains], loses < 0 ? [] : _nodesOf[variable][loses]);
        var changed = up.Except(down).Select(n => (Node: n, Sign: 1)).Concat(down.Except(up).Select(n => (Node: n, Sign: -1))).OrderBy(c => c.Node).ToArray();
        return new Step([.. changed.Select(c => c.Node * _grid.Radix(variable))], [.. changed.Select(c => c.Sign)]);
    }

    private sealed record Step(long[] Offsets, int[] Signs);

    /// <summary>Depth first over the variables, the last one checked cell by cell and given up at the first that costs too much.</summary>
    private sealed class Search(CubeMoves finder, MoveQuestion question, Step[][] lists, int target, int sign, int opposed, double limit)
    {
        private double _limit = limit;

        public CellMove? Best { get; private set; }

        public long Work { get; private set; }

        public void Run(int variable, long[] keys, int[] signs)
        {
            if (variable == lists.Length - 1)
            {
                foreach (var step in lists[variable])
                {
                    Try(keys, signs, step);
                }

                return;
            }

            foreach (var step in lists[variable])
            {
                var product = new long[keys.Length * step.Offsets.Length];
                var productSigns = new int[product.Length];
                var at = 0;
                for (var i = 0; i < keys.Length; i++)
                {
                    for (var j = 0; j < step.Offsets.Length; j++)
                    {
                        product[at] = keys[i] + step.Offsets[j];
                        productSigns[at++] = signs[i] * step.Signs[j];
                    }
                }

                Run(variable + 1, product, productSigns);
            }
        }

        /// <summary>The corners of a box, most of which are given up at one of the first.</summary>
        private void Try(long[] keys, int[] signs, Step step)
        {
            var cost = 0.0;
            for (var i = 0; i < keys.Length; i++)
            {
                for (var j = 0; j < step.Offsets.Length; j++)
                {
                    Work++;
                    var cell = finder.CellAt(keys[i] + step.Offsets[j]);
                    if (cell < 0)
                    {
                        continue;
                    }

                    var direction = signs[i] * step.Signs[j];
                    cost += cell == target && opposed < 0 ? 0 : question.Prices[cell];
                    if (cost >= _limit || (cell == opposed && direction > 0)
                        || (direction * sign > 0 ? finder._system.RoomUp[cell] : question.RoomDown(finder._system, cell)) < question.Amount)
                    {
                        return;
                    }
                }
            }

            _limit = cost;
            var changes = new Dictionary<int, long>();
            for (var i = 0; i < keys.Length; i++)
            {
                for (var j = 0; j < step.Offsets.Length; j++)
                {
                    if (finder.CellAt(keys[i] + step.Offsets[j]) is >= 0 and var cell)
                    {
                        changes[cell] = signs[i] * step.Signs[j] * sign * question.Amount;
                    }
                }
            }

            Best = CellMove.Of(changes);
        }
    }
}
