using System.Numerics;

namespace Ingest.Counting.Kernel;

/// <summary>
/// Spreads keys over shares by the high bits of a multiplicative hash, so that the table of each share stays in cache, counts each
/// share by open addressing, and sorts what was found. A combination lies in one share only, hence shares never need merging.
/// </summary>
internal static class HashCounter
{
    /// <summary>2^64 divided by the golden ratio (Knuth, TAOCP 3, §6.4).</summary>
    internal const ulong Multiplier = 0x9E3779B97F4A7C15;

    private const int RowsPerShare = 1 << 14;

    public static GroupedCounts Count(IReadOnlyList<KeyColumn> columns, int rows, ulong combinations, int parts, CancellationToken ct)
    {
        int shareBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, rows / RowsPerShare)), 1, 11);
        ulong[] spread = Spread(columns, rows, parts, shareBits, ct, out int[] shareStart);

        int shares = 1 << shareBits;
        int[] counts = new int[rows];
        int[] found = new int[shares];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parts, CancellationToken = ct };
        Parallel.For(0, shares, options, () => new KeyTable(shareBits), (share, _, table) =>
        {
            int start = shareStart[share];
            int length = shareStart[share + 1] - start;
            found[share] = table.Count(spread.AsSpan(start, length), counts.AsSpan(start, length));
            return table;
        }, _ => { });

        return Collect(spread, counts, shareStart, found, combinations);
    }

    private static ulong[] Spread(
        IReadOnlyList<KeyColumn> columns, int rows, int parts, int shareBits, CancellationToken ct, out int[] shareStart)
    {
        int shares = 1 << shareBits;
        int shift = 64 - shareBits;
        ulong[] keys = new ulong[rows];
        int[][] next = new int[parts][];
        RowRanges.ForEach(parts, part =>
        {
            int[] sizes = new int[shares];
            int end = RowRanges.Start(rows, part + 1, parts);
            for (int row = RowRanges.Start(rows, part, parts); row < end; row += RowRanges.Block)
            {
                ct.ThrowIfCancellationRequested();
                Span<ulong> block = keys.AsSpan(row, Math.Min(RowRanges.Block, end - row));
                for (int column = 0; column < columns.Count; column++)
                {
                    columns[column].Append(block, row);
                }

                foreach (ulong key in block)
                {
                    sizes[(key * Multiplier) >> shift]++;
                }
            }

            next[part] = sizes;
        }, ct);

        shareStart = Offsets(next, shares);
        ulong[] spread = new ulong[rows];
        RowRanges.ForEach(parts, part =>
        {
            int[] at = next[part];
            foreach (ulong key in keys.AsSpan(RowRanges.Start(rows, part, parts)..RowRanges.Start(rows, part + 1, parts)))
            {
                spread[at[(key * Multiplier) >> shift]++] = key;
            }
        }, ct);
        return spread;
    }

    /// <summary>Turns each part's share sizes into the place where it writes next.</summary>
    private static int[] Offsets(int[][] sizes, int shares)
    {
        int[] start = new int[shares + 1];
        int at = 0;
        for (int share = 0; share < shares; share++)
        {
            start[share] = at;
            foreach (int[] part in sizes)
            {
                (part[share], at) = (at, at + part[share]);
            }
        }

        start[shares] = at;
        return start;
    }

    private static GroupedCounts Collect(ulong[] spread, int[] counts, int[] shareStart, int[] found, ulong combinations)
    {
        int groups = found.Sum();
        ulong[] keys = new ulong[groups];
        int[] sums = new int[groups];
        int at = 0;
        for (int share = 0; share < found.Length; share++)
        {
            Array.Copy(spread, shareStart[share], keys, at, found[share]);
            Array.Copy(counts, shareStart[share], sums, at, found[share]);
            at += found[share];
        }

        KeySort.Ascending(ref keys, ref sums, combinations);
        return new GroupedCounts(keys, sums);
    }
}
