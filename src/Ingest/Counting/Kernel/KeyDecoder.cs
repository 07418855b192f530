namespace Ingest.Counting.Kernel;

/// <summary>Takes mixed-radix keys apart again, one column of codes at a time.</summary>
internal static class KeyDecoder
{
    /// <returns>For each column the code of each group, columns and groups in the order given.</returns>
    public static int[][] Decode(ulong[] keys, IReadOnlyList<int> cardinalities, int threads, CancellationToken ct)
    {
        int[][] codes = new int[cardinalities.Count][];
        ulong[] strides = new ulong[cardinalities.Count];
        ulong stride = 1;
        for (int column = cardinalities.Count - 1; column >= 0; column--)
        {
            codes[column] = GC.AllocateUninitializedArray<int>(keys.Length);
            strides[column] = stride;
            stride *= (ulong)cardinalities[column];
        }

        int parts = Math.Clamp(keys.Length / RowRanges.Block, 1, threads);
        RowRanges.ForEach(parts, part =>
        {
            Range range = RowRanges.Start(keys.Length, part, parts)..RowRanges.Start(keys.Length, part + 1, parts);
            for (int column = 0; column < codes.Length; column++)
            {
                Decode(keys.AsSpan(range), strides[column], (ulong)cardinalities[column], codes[column].AsSpan(range));
            }
        }, ct);
        return codes;
    }

    private static void Decode(ReadOnlySpan<ulong> keys, ulong stride, ulong cardinality, Span<int> codes)
    {
        // Keys ascend, so neighbours mostly share their higher digits: a division is needed only where the digit's run ends.
        ulong runEnd = 0;
        int code = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] >= runEnd)
            {
                ulong quotient = keys[i] / stride;
                code = (int)(quotient % cardinality);
                runEnd = (quotient + 1) * stride;
            }

            codes[i] = code;
        }
    }
}
