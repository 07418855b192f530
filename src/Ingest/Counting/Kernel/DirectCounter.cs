using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Counting.Kernel;

/// <summary>One counter for each possible combination, an array per thread, added up at the end.</summary>
internal static class DirectCounter
{
    public static GroupedCounts Count(IReadOnlyList<KeyColumn> columns, int rows, int combinations, int parts, CancellationToken ct)
    {
        var counters = new int[parts][];
        RowRanges.ForEach(parts, part =>
        {
            int[] own = new int[combinations];
            counters[part] = own;
            Tally(columns, RowRanges.Start(rows, part, parts), RowRanges.Start(rows, part + 1, parts), own, ct);
        }, ct);

        int[] found = new int[parts + 1];
        RowRanges.ForEach(parts, part => found[part + 1] = AddUp(counters, part), ct);
        for (int part = 0; part < parts; part++)
        {
            found[part + 1] += found[part];
        }

        ulong[] keys = new ulong[found[parts]];
        int[] counts = new int[found[parts]];
        RowRanges.ForEach(parts, part =>
        {
            int[] total = counters[0];
            int at = found[part];
            int end = RowRanges.Start(combinations, part + 1, parts);
            for (int key = RowRanges.Start(combinations, part, parts); key < end; key++)
            {
                if (total[key] != 0)
                {
                    keys[at] = (ulong)key;
                    counts[at++] = total[key];
                }
            }
        }, ct);
        return new GroupedCounts(keys, counts);
    }

    private static void Tally(IReadOnlyList<KeyColumn> columns, int start, int end, int[] counters, CancellationToken ct)
    {
        Span<ulong> buffer = new ulong[RowRanges.Block];
        for (int row = start; row < end; row += RowRanges.Block)
        {
            ct.ThrowIfCancellationRequested();
            Span<ulong> keys = buffer[..Math.Min(RowRanges.Block, end - row)];
            keys.Clear();
            for (int column = 0; column < columns.Count; column++)
            {
                columns[column].Append(keys, row);
            }

            foreach (ulong key in keys)
            {
                counters[key]++;
            }
        }
    }

    /// <summary>Adds all threads' counters of one range of combinations into the first thread's, and says how many are not zero.</summary>
    private static int AddUp(int[][] counters, int part)
    {
        int parts = counters.Length;
        int[] total = counters[0];
        int start = RowRanges.Start(total.Length, part, parts);
        int end = RowRanges.Start(total.Length, part + 1, parts);
        int found = 0;
        for (int other = 1; other < parts; other++)
        {
            Add(total.AsSpan(start..end), counters[other].AsSpan(start..end));
        }

        for (int key = start; key < end; key++)
        {
            found += total[key] != 0 ? 1 : 0;
        }

        return found;
    }

    private static void Add(Span<int> total, ReadOnlySpan<int> other)
    {
        Span<Vector<int>> wideTotal = MemoryMarshal.Cast<int, Vector<int>>(total);
        ReadOnlySpan<Vector<int>> wideOther = MemoryMarshal.Cast<int, Vector<int>>(other);
        for (int i = 0; i < wideTotal.Length; i++)
        {
            wideTotal[i] += wideOther[i];
        }

        for (int i = wideTotal.Length * Vector<int>.Count; i < total.Length; i++)
        {
            total[i] += other[i];
        }
    }
}
