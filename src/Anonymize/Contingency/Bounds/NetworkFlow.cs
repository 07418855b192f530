using Anonymize.Contingency.Moves;

namespace Anonymize.Contingency.Bounds;

/// <summary>
/// Largest flow between two places of a network with fractional capacities (level graphs and blocking flows, Dinitz 1970), and the places on the near side of a smallest cut.
/// </summary>
internal sealed class NetworkFlow(CellNetwork network)
{
    private const double Nothing = 1e-9;

    private readonly int[] _level = new int[network.Places];
    private readonly int[] _next = new int[network.Places];
    private readonly double[] _flow = new double[network.Tails.Length];
    private readonly List<int> _touched = [];
    private readonly Queue<int> _queue = new();
    private Func<int, bool, double> _capacity = (_, _) => 0;
    private int _excluded;

    /// <summary>Edges looked at so far.</summary>
    public long Work { get; private set; }

    /// <param name="from">Where the flow begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="excluded">A cell that carries nothing.</param>
    /// <param name="most">Enough.</param>
    /// <param name="capacity">Room of a cell upwards (true) and downwards.</param>
    public double Max(int from, int to, int excluded, double most, Func<int, bool, double> capacity)
    {
        (_capacity, _excluded) = (capacity, excluded);
        foreach (var cell in _touched)
        {
            _flow[cell] = 0;
        }

        _touched.Clear();
        var total = 0.0;
        while (total < most - Nothing && Level(from, to))
        {
            Array.Clear(_next);
            while (total < most - Nothing && Push(from, to, most - total) is > Nothing and var pushed)
            {
                total += pushed;
            }
        }

        return total;
    }

    /// <summary>After <see cref="Max"/> has ended short of what was enough: the place is on the near side of the cut.</summary>
    public bool IsNear(int place) => _level[place] >= 0;

    private double Room(int cell, int place)
    {
        var isUp = network.Tails[cell] == place;
        return _capacity(cell, isUp) - (isUp ? _flow[cell] : -_flow[cell]);
    }

    private int Across(int cell, int place) => network.Tails[cell] == place ? network.Heads[cell] : network.Tails[cell];

    private bool Level(int from, int to)
    {
        Array.Fill(_level, -1);
        _level[from] = 0;
        _queue.Clear();
        _queue.Enqueue(from);
        while (_queue.TryDequeue(out var place))
        {
            Work += network.Edges[place].Length;
            foreach (var cell in network.Edges[place])
            {
                var next = Across(cell, place);
                if (cell != _excluded && _level[next] < 0 && Room(cell, place) > Nothing)
                {
                    _level[next] = _level[place] + 1;
                    _queue.Enqueue(next);
                }
            }
        }

        return _level[to] >= 0;
    }

    private double Push(int place, int to, double most)
    {
        if (place == to)
        {
            return most;
        }

        for (; _next[place] < network.Edges[place].Length; _next[place]++)
        {
            var cell = network.Edges[place][_next[place]];
            var next = Across(cell, place);
            if (cell == _excluded || _level[next] != _level[place] + 1 || Room(cell, place) is not (> Nothing and var room))
            {
                continue;
            }

            var pushed = Push(next, to, Math.Min(most, room));
            if (pushed > Nothing)
            {
                if (_flow[cell] == 0)
                {
                    _touched.Add(cell);
                }

                _flow[cell] += network.Tails[cell] == place ? pushed : -pushed;
                return pushed;
            }
        }

        return 0;
    }
}
