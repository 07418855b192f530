using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>
/// Moves in a network, along cheapest paths from one end of the cell to the other. An edge costs once, however much flows over it; with several units the
/// cheapest path after path is taken, with the room that is left, back along what flows already as well.
/// </summary>
internal sealed class NetworkMoves(CellNetwork network, ContingencySystem system) : IMoveFinder
{
    private readonly double[] _distance = new double[network.Places];
    private readonly int[] _via = new int[network.Places];
    private readonly PriorityQueue<int, (double, int)> _queue = new();
    private readonly Dictionary<int, long> _flow = [];

    public bool IsExact => true;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        var target = question.Cell;
        if (question.Room(system) < question.Amount)
        {
            return null;
        }

        _flow.Clear();
        var (from, to) = question.Sign > 0 ? (network.Heads[target], network.Tails[target]) : (network.Tails[target], network.Heads[target]);
        var left = question.Amount;
        var spent = 0.0;
        while (left > 0)
        {
            if (from == to)
            {
                break;
            }

            if (!Path(question, from, to, question.Limit - spent, budget))
            {
                return null;
            }

            spent += _distance[to];
            left -= Push(question, from, to, left);
        }

        _flow[target] = question.Sign * question.Amount;
        return CellMove.Of(_flow);
    }

    /// <summary>The cheapest way with room, as edges into each place.</summary>
    private bool Path(in MoveQuestion question, int from, int to, double limit, WorkBudget budget)
    {
        Array.Fill(_distance, double.PositiveInfinity);
        _queue.Clear();
        _distance[from] = 0;
        _queue.Enqueue(from, (0, from));
        while (_queue.TryDequeue(out var place, out var reached))
        {
            if (reached.Item1 > _distance[place])
            {
                continue;
            }

            if (place == to)
            {
                return true;
            }

            budget.Spend(network.Edges[place].Length);
            foreach (var cell in network.Edges[place])
            {
                var price = question.Prices[cell];
                if (cell == question.Cell || double.IsPositiveInfinity(price) || RoomFrom(question, cell, place) <= 0)
                {
                    continue;
                }

                var next = network.Tails[cell] == place ? network.Heads[cell] : network.Tails[cell];
                var distance = _distance[place] + (_flow.GetValueOrDefault(cell) != 0 ? 0 : price);
                if (distance < _distance[next] && distance < limit)
                {
                    _distance[next] = distance;
                    _via[next] = cell;
                    _queue.Enqueue(next, (distance, next));
                }
            }
        }

        return false;
    }

    private long Push(in MoveQuestion question, int from, int to, long most)
    {
        for (var place = to; place != from; place = Before(place))
        {
            most = Math.Min(most, RoomFrom(question, _via[place], Before(place)));
        }

        for (var place = to; place != from; place = Before(place))
        {
            var cell = _via[place];
            _flow[cell] = _flow.GetValueOrDefault(cell) + (network.Heads[cell] == place ? most : -most);
        }

        return most;
    }

    private int Before(int place)
    {
        var cell = _via[place];
        return network.Heads[cell] == place ? network.Tails[cell] : network.Heads[cell];
    }

    /// <summary>What may still flow out of a place along a cell.</summary>
    private long RoomFrom(in MoveQuestion question, int cell, int place) => network.Tails[cell] == place
        ? system.RoomUp[cell] - _flow.GetValueOrDefault(cell)
        : question.RoomDown(system, cell) + _flow.GetValueOrDefault(cell);
}
