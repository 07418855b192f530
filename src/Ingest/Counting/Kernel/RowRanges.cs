namespace Ingest.Counting.Kernel;

/// <summary>Cuts rows into one contiguous range per thread; what is counted per range is added up, so the cut changes no result.</summary>
internal static class RowRanges
{
    /// <summary>Rows handled at once: a block of keys of this length stays in the first-level cache.</summary>
    public const int Block = 2048;

    public static int Start(int rows, int part, int parts) => (int)((long)rows * part / parts);

    public static void ForEach(int parts, Action<int> body, CancellationToken ct)
    {
        if (parts == 1)
        {
            ct.ThrowIfCancellationRequested();
            body(0);
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = parts, CancellationToken = ct };
        Parallel.For(0, parts, options, body);
    }
}
