using Anonymize.Attacking.Facts;

namespace Anonymize.Attacking.Bounds;

/// <summary>
/// Whole-numbered unknowns between bounds and linear rows over them, tightened row by row until nothing changes. Bounds only ever shrink, so every step
/// is a proof.
/// </summary>
internal sealed class BoundedSystem
{
    /// <summary>Stands for no upper bound; sums of many stay far from overflow.</summary>
    public const long Unbounded = 1L << 40;

    private readonly List<(int[] Cells, int[] Coefficients, long Low, long High)> _rows = [];
    private readonly List<int>[] _rowsOf;

    public BoundedSystem(IReadOnlyList<SystemCell> cells)
    {
        Low = [.. cells.Select(c => c.Least)];
        High = [.. cells.Select(c => c.Most ?? Unbounded)];
        _rowsOf = new List<int>[cells.Count];
    }

    public long[] Low { get; private set; }

    public long[] High { get; private set; }

    public int RowCount => _rows.Count;

    public (int[] Cells, int[] Coefficients, long Low, long High) Row(int row) => _rows[row];

    public bool IsFixed(int cell) => Low[cell] == High[cell];

    public int Add(Relation relation)
    {
        var row = _rows.Count;
        _rows.Add(([.. relation.Terms.Select(t => t.Cell)], [.. relation.Terms.Select(t => t.Coefficient)], relation.Low ?? -Unbounded * 64, relation.High ?? Unbounded * 64));
        foreach (var (cell, _) in relation.Terms)
        {
            (_rowsOf[cell] ??= []).Add(row);
        }

        return row;
    }

    /// <summary>Takes the last row back; bounds are those given.</summary>
    public void RemoveLast(long[] low, long[] high)
    {
        foreach (var cell in _rows[^1].Cells)
        {
            _rowsOf[cell].Remove(_rows.Count - 1);
        }

        _rows.RemoveAt(_rows.Count - 1);
        (Low, High) = (low, high);
    }

    /// <summary>Tightens from these rows on; false where some unknown has no value left.</summary>
    public bool Tighten(IEnumerable<int> from)
    {
        var queue = new Queue<int>(from);
        var queued = queue.ToHashSet();

        // Two unknowns can tighten each other one by one without end where nothing bounds them; the linear programme sees that at once.
        for (var steps = 64L * (_rows.Count + 16); queue.Count > 0 && steps > 0; steps--)
        {
            var row = queue.Dequeue();
            queued.Remove(row);
            foreach (var cell in TightenRow(row))
            {
                if (Low[cell] > High[cell])
                {
                    return false;
                }

                foreach (var next in _rowsOf[cell].Where(queued.Add))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return true;
    }

    private List<int> TightenRow(int row)
    {
        var (cells, coefficients, least, most) = _rows[row];
        long low = 0, high = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            low += coefficients[i] > 0 ? coefficients[i] * Low[cells[i]] : coefficients[i] * High[cells[i]];
            high += coefficients[i] > 0 ? coefficients[i] * High[cells[i]] : coefficients[i] * Low[cells[i]];
        }

        var changed = new List<int>();
        for (var i = 0; i < cells.Length; i++)
        {
            var (cell, c) = (cells[i], coefficients[i]);
            var (own, ownMost) = c > 0 ? (c * Low[cell], c * High[cell]) : (c * High[cell], c * Low[cell]);
            var (atLeast, atMost) = (least - (high - ownMost), most - (low - own));
            var (newLow, newHigh) = c > 0 ? (CeilingOf(atLeast, c), FloorOf(atMost, c)) : (CeilingOf(-atMost, -c), FloorOf(-atLeast, -c));
            if (newLow > Low[cell] || newHigh < High[cell])
            {
                var (before, beforeMost) = (own, ownMost);
                Low[cell] = Math.Max(Low[cell], newLow);
                High[cell] = Math.Min(High[cell], newHigh);
                (own, ownMost) = c > 0 ? (c * Low[cell], c * High[cell]) : (c * High[cell], c * Low[cell]);
                low += own - before;
                high += ownMost - beforeMost;
                changed.Add(cell);
            }
        }

        return changed;
    }

    private static long FloorOf(long a, long b) => (a / b) - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);

    private static long CeilingOf(long a, long b) => -FloorOf(-a, b);
}
