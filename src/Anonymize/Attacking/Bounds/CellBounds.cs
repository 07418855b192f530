using Anonymize.Attacking.Facts;
using Anonymize.Attacking.Telling;

namespace Anonymize.Attacking.Bounds;

/// <summary>Bounds of every cell of a system. Relations that cannot all hold are taken in the order of their support; those that then contradict are dropped.</summary>
internal sealed class CellBounds
{
    private readonly CellSystem _system;
    private readonly Interval[] _bounds;

    private CellBounds(CellSystem system)
    {
        _system = system;
        _bounds = [.. system.Cells.Select(c => new Interval(c.Least, c.Most, true))];
    }

    /// <summary>The relations that hold together.</summary>
    public IReadOnlyList<Relation> Kept { get; private set; } = [];

    public Interval this[int cell] => _bounds[cell];

    /// <param name="system">Cells and relations.</param>
    /// <param name="isAlarm">Whether bounds of a cell would be told as a finding: those are proved in whole numbers.</param>
    /// <param name="assumptions">Takes what was dropped.</param>
    /// <param name="ct">Cancels between cells.</param>
    public static CellBounds Of(CellSystem system, Func<int, Interval, bool> isAlarm, Assumptions assumptions, CancellationToken ct)
    {
        var bounds = new CellBounds(system);
        var tight = bounds.Settle(assumptions, ct);
        for (var cell = 0; cell < bounds._bounds.Length; cell++)
        {
            bounds._bounds[cell] = new Interval(tight.Low[cell], Bound(tight.High[cell]), true);
        }

        foreach (var component in Component.Of(tight).Where(c => c.Rows.Count > 0))
        {
            using var solving = new ComponentBounds(component);
            for (var place = 0; place < component.Cells.Length; place++)
            {
                ct.ThrowIfCancellationRequested();
                var interval = solving.Of(place);
                bounds._bounds[component.Cells[place]] = isAlarm(component.Cells[place], interval) ? solving.Proved(place) : interval;
            }
        }

        return bounds;
    }

    public static long? Bound(long high) => high >= BoundedSystem.Unbounded / 2 ? null : high;

    private BoundedSystem Settle(Assumptions assumptions, CancellationToken ct)
    {
        Kept = [.. _system.Relations.OrderByDescending(r => r.Kind is RelationKind.AtMost or RelationKind.Sum ? r.Support : -1)];
        var all = new BoundedSystem(_system.Cells);
        foreach (var relation in Kept)
        {
            all.Add(relation);
        }

        if (all.Tighten(Enumerable.Range(0, all.RowCount)) && Component.Of(all).All(c => IsPossible(c, ct)))
        {
            return all;
        }

        var kept = new List<Relation>();
        var some = new BoundedSystem(_system.Cells);
        foreach (var relation in Kept)
        {
            ct.ThrowIfCancellationRequested();
            var (low, high) = ((long[])some.Low.Clone(), (long[])some.High.Clone());
            var row = some.Add(relation);
            if (some.Tighten([row]) && Component.Of(some).Where(c => c.Cells.Any(x => relation.Terms.Any(t => t.Cell == x))).All(c => IsPossible(c, ct)))
            {
                kept.Add(relation);
                continue;
            }

            some.RemoveLast(low, high);
            var table = _system.Tables[relation.Table].Table;
            assumptions.Add("relationDropped", table.File, table.Id, relation.Variable);
        }

        Kept = kept;
        return some;
    }

    private static bool IsPossible(Component component, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (component.Rows.Count < 2)
        {
            return true;
        }

        using var bounds = new ComponentBounds(component);
        return bounds.IsPossible();
    }
}
