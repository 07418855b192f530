namespace Ingest.Counting.Kernel;

/// <summary>
/// Counts the combinations of several columns of codes. Where all possible combinations fit in memory they are counted in place
/// (O(rows + product of cardinalities)); else rows are spread by a hash of their key and each share is counted in its own table
/// (O(rows), then a radix sort of the combinations). Both give the same result for any number of threads.
/// </summary>
internal static class GroupCounter
{
    /// <summary>Cells of the in-place array, over all threads: 256 MB of counters.</summary>
    private const ulong DirectCells = 1UL << 26;

    /// <exception cref="OverflowException">The product of the cardinalities does not fit 64 bits; fold a prefix first.</exception>
    public static GroupedCounts Count(IReadOnlyList<KeyColumn> columns, int rows, int threads, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ulong combinations = 1;
        foreach (KeyColumn column in columns)
        {
            if (column.Rows != rows)
            {
                throw new ArgumentException("Columns of unequal length.", nameof(columns));
            }

            combinations = checked(combinations * (ulong)column.Cardinality);
        }

        int parts = Math.Clamp(rows / RowRanges.Block, 1, threads);
        return combinations * (ulong)parts <= DirectCells && combinations <= 64UL * (ulong)Math.Max(rows, RowRanges.Block)
            ? DirectCounter.Count(columns, rows, (int)combinations, parts, ct)
            : HashCounter.Count(columns, rows, combinations, parts, ct);
    }
}
