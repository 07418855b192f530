namespace Anonymize.Contingency.Layouts;

/// <summary>
/// The layouts that may be chosen: for each slot a partition of its categories, as the first category of each one's row. Categories that are named stand alone; those with nobody in
/// them stand in pools wherever there is one; and rows of a table that crosses further variables are unions of rows of the table that does not (docs/adr/0004).
/// </summary>
/// <param name="slots">The places.</param>
/// <param name="nested">Slots of one variable: rows of the second are unions of rows of the first.</param>
internal sealed class LayoutFamily(IReadOnlyList<LayoutSlot> slots, IReadOnlyList<(int Finer, int Coarser)> nested)
{
    /// <summary>Combinations of layouts up to which all are looked at.</summary>
    public const long Limit = 5_000;

    /// <summary>Every category by itself.</summary>
    public int[][] Apart() => [.. slots.Select(s => Enumerable.Range(0, s.Count).ToArray())];

    public static string KeyOf(int[][] layouts) => string.Join('|', layouts.Select(l => string.Join(',', l)));

    /// <summary>All layouts where they are few; else all with at most one pooled row in each slot where these are few; null where neither are.</summary>
    public (IEnumerable<int[][]> Layouts, bool IsEvery)? Enumerate()
    {
        var free = slots.Select(s => s.IsNamed.Count(n => !n)).ToArray();
        return Product(free.Select(Partitions)) <= Limit ? (Combine(s => PartitionsOf(slots[s])), true)
            : Product(free.Select(n => n < 40 ? 1L << n : Limit + 1)) <= Limit ? (Combine(s => PoolsOf(slots[s])), false)
            : null;
    }

    /// <summary>The least coarsening that keeps the rules of the family; null where there is none.</summary>
    public int[][]? Closed(int[][] layouts)
    {
        int[][] closed = [.. layouts.Select(l => (int[])l.Clone())];
        var isOpen = true;
        while (isOpen)
        {
            isOpen = false;
            for (var s = 0; s < slots.Count; s++)
            {
                isOpen |= TakeInEmpty(slots[s], closed[s]);
            }

            foreach (var (finer, coarser) in nested)
            {
                for (var c = 0; c < closed[finer].Length; c++)
                {
                    isOpen |= Join(closed[coarser], c, closed[finer][c]);
                }
            }
        }

        return closed.Index().Any(l => l.Item.Index().Any(c => slots[l.Index].IsNamed[c.Index] && l.Item.Count(r => r == c.Item) > 1)) ? null : closed;
    }

    /// <summary>Layouts that differ from these by one step: two rows joined, a group joined, the smallest categories pooled, a category set apart or put into another row.</summary>
    public IEnumerable<int[][]> Steps(int[][] layouts)
    {
        for (var s = 0; s < slots.Count; s++)
        {
            foreach (var layout in StepsOf(slots[s], layouts[s]))
            {
                if (Closed([.. layouts.Select((l, i) => i == s ? layout : l)]) is { } step)
                {
                    yield return step;
                }
            }
        }
    }

    private static IEnumerable<int[]> StepsOf(LayoutSlot slot, int[] layout)
    {
        int[] bySize = [.. Enumerable.Range(0, slot.Count).Where(c => !slot.IsNamed[c]).OrderBy(c => slot.Persons[c]).ThenBy(c => c)];
        for (var size = 0; size <= bySize.Length; size++)
        {
            yield return Pooled(slot.Count, bySize[..size]);
        }

        int[] rows = [.. layout.Distinct().Where(r => !slot.IsNamed[r])];
        foreach (var group in rows.SelectMany(r => rows.Where(other => other > r), (r, other) => (int[])[r, other]).Concat(slot.Groups))
        {
            var joined = (int[])layout.Clone();
            if (group.Skip(1).Aggregate(false, (changed, c) => Join(joined, c, group[0]) || changed))
            {
                yield return joined;
            }
        }

        foreach (var category in Enumerable.Range(0, slot.Count).Where(c => layout.Count(r => r == layout[c]) > 1))
        {
            yield return Moved(layout, category, category);
            foreach (var row in rows.Where(r => r != layout[category]))
            {
                yield return Moved(layout, category, row);
            }
        }
    }

    /// <summary>Two rows become one, named by the first category in it. False where they are one.</summary>
    private static bool Join(int[] layout, int one, int other)
    {
        var (from, to) = (Math.Max(layout[one], layout[other]), Math.Min(layout[one], layout[other]));
        if (from == to)
        {
            return false;
        }

        for (var c = 0; c < layout.Length; c++)
        {
            layout[c] = layout[c] == from ? to : layout[c];
        }

        return true;
    }

    private static int[] Moved(int[] layout, int category, int row)
    {
        var rows = layout.Select((r, c) => c == category ? (row == category ? -1 : r == row ? r : row) : r).ToArray();
        return [.. rows.Select(r => Array.IndexOf(rows, r))];
    }

    private static int[] Pooled(int count, int[] pool) => [.. Enumerable.Range(0, count).Select(c => pool.Contains(c) ? pool.Min() : c)];

    /// <summary>Categories with nobody in them join the pool with the fewest persons.</summary>
    private static bool TakeInEmpty(LayoutSlot slot, int[] layout)
    {
        var (sizes, persons) = (new int[slot.Count], new long[slot.Count]);
        for (var c = 0; c < slot.Count; c++)
        {
            sizes[layout[c]]++;
            persons[layout[c]] += slot.Persons[c];
        }

        int[] empty = [.. Enumerable.Range(0, slot.Count).Where(c => slot.Persons[c] == 0 && !slot.IsNamed[c] && sizes[layout[c]] == 1)];
        int[] pools = [.. Enumerable.Range(0, slot.Count).Where(r => sizes[r] > 1)];
        if (empty.Length == 0 || pools.Length == 0)
        {
            return false;
        }

        var least = pools.OrderBy(r => persons[r]).ThenBy(r => r).First();
        foreach (var c in empty)
        {
            least = layout[least];
            Join(layout, c, least);
        }

        return true;
    }

    private IEnumerable<int[][]> Combine(Func<int, IEnumerable<int[]>> of)
    {
        IEnumerable<int[][]> combined = [[]];
        for (var s = 0; s < slots.Count; s++)
        {
            int[][] own = [.. of(s)];
            combined = combined.SelectMany(_ => own, (c, o) => (int[][])[.. c, o]);
        }

        // What is no layout of the family is closed to another one that is there itself.
        return combined.Where(c => Closed(c) is { } closed && string.Equals(KeyOf(closed), KeyOf(c), StringComparison.Ordinal));
    }

    private static IEnumerable<int[]> PartitionsOf(LayoutSlot slot) => Extend([], slot);

    private static IEnumerable<int[]> Extend(int[] begun, LayoutSlot slot)
    {
        var next = begun.Length;
        if (next == slot.Count)
        {
            return [begun];
        }

        var rows = slot.IsNamed[next] ? [next] : begun.Distinct().Where(r => !slot.IsNamed[r]).Append(next);
        return rows.SelectMany(r => Extend([.. begun, r], slot));
    }

    private static IEnumerable<int[]> PoolsOf(LayoutSlot slot)
    {
        int[] free = [.. Enumerable.Range(0, slot.Count).Where(c => !slot.IsNamed[c])];
        for (var choice = 0L; choice < 1L << free.Length; choice++)
        {
            if (System.Numerics.BitOperations.PopCount((ulong)choice) != 1)
            {
                yield return Pooled(slot.Count, [.. free.Where((_, i) => (choice >> i & 1) == 1)]);
            }
        }
    }

    private static long Product(IEnumerable<long> factors) => factors.Aggregate(1L, (product, f) => product > Limit ? product : product * Math.Min(f, Limit + 1));

    /// <summary>Number of partitions of a set, by the triangle of Bell.</summary>
    private static long Partitions(int size)
    {
        long[] row = [1];
        for (var n = 1; n < size && row[^1] <= Limit; n++)
        {
            var next = new long[n + 1];
            next[0] = row[^1];
            for (var i = 1; i <= n; i++)
            {
                next[i] = next[i - 1] + row[i - 1];
            }

            row = next;
        }

        return row[^1];
    }
}
