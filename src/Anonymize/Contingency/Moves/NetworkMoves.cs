using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>
/// Moves in a network, along cheapest paths from one end of the cell to the other. An edge costs once, however much flows over it; with several units the
/// cheapest path after path is taken, with the room that is left, back along what flows already as well. The difference of two cells grows by every path around one of them on which the
/// other does not follow; where none is left it is as large as it can be, since whole changes of a network are sums of such circles.
/// </summary>
internal sealed class NetworkMoves(CellNetwork network, ContingencySystem system) : IMoveFinder
{
    private readonly double[] _distance = new double[network.Places];
    private readonly int[] _via = new int[network.Places];
    private readonly PriorityQueue<int, (double, int)> _queue = new();
    private readonly Dictionary<int, long> _flow = [];
    private int _entered;
    private int _opposed;
    private int _sign;

    public bool IsExact => true;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        if (question.Room(system) < question.Amount)
        {
            return null;
        }

        _flow.Clear();
        (_entered, _opposed) = (question.Cell, -1);
        return question.IsDifference ? Difference(question, budget) : Single(question, budget);
    }

    private CellMove? Single(in MoveQuestion question, WorkBudget budget)
    {
        var target = question.Cell;
        var (from, to) = EndsOf(target, question.Sign);
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

    private CellMove? Difference(in MoveQuestion question, WorkBudget budget)
    {
        var spent = 0.0;
        while (question.Gain(_flow) is var gain && gain < question.Amount)
        {
            // The last way that was asked for is the one that is gone.
            var limit = question.Limit - spent;
            var one = Around(question, question.Cell, question.Sign, question.Less, limit, budget);
            var cost = Around(question, question.Less, -question.Sign, question.Cell, Math.Min(one, limit), budget);
            if (double.IsPositiveInfinity(cost) && double.IsPositiveInfinity(cost = Around(question, question.Cell, question.Sign, question.Less, limit, budget)))
            {
                return null;
            }

            spent += cost;
            var (from, to) = EndsOf(_entered, _sign);
            var pushed = Push(question, from, to, Math.Min(question.Amount - gain, RoomFrom(question, _entered, to)));
            _flow[_entered] = _flow.GetValueOrDefault(_entered) + (_sign * pushed);
        }

        return CellMove.Of(_flow);
    }

    /// <summary>What the cheapest way around a cell costs, on which another one does not follow it; infinity where there is none.</summary>
    private double Around(in MoveQuestion question, int cell, int sign, int opposed, double limit, WorkBudget budget)
    {
        var (from, to) = EndsOf(cell, sign);
        var price = _flow.GetValueOrDefault(cell) != 0 ? 0 : question.Prices[cell];
        (_entered, _opposed, _sign) = (cell, opposed, sign);
        return price < limit && RoomFrom(question, cell, to) > 0 && Path(question, from, to, limit - price, budget) ? price + _distance[to] : double.PositiveInfinity;
    }

    /// <summary>Where a change of a cell comes out, and where it goes in.</summary>
    private (int From, int To) EndsOf(int cell, int sign) => sign > 0 ? (network.Heads[cell], network.Tails[cell]) : (network.Tails[cell], network.Heads[cell]);

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
                if (cell == _entered || double.IsPositiveInfinity(price) || RoomFrom(question, cell, place) <= 0)
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
    private long RoomFrom(in MoveQuestion question, int cell, int place) => cell == _opposed && (network.Tails[cell] == place) == (_sign > 0) ? 0
        : network.Tails[cell] == place
        ? system.RoomUp[cell] - _flow.GetValueOrDefault(cell)
        : question.RoomDown(system, cell) + _flow.GetValueOrDefault(cell);
}
