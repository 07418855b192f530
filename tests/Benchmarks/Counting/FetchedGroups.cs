namespace Benchmarks.Counting;

/// <summary>A result as fetched: the codes of each column, and the counts.</summary>
internal sealed class FetchedGroups(int columns, int groups)
{
    public byte[][] Codes { get; } = [.. Enumerable.Range(0, columns).Select(_ => new byte[groups])];

    public int[] Counts { get; } = new int[groups];

    /// <summary>The groups as mixed-radix keys and counts, sorted: equal for equal results whatever their order.</summary>
    public (ulong Key, int Count)[] Sorted(int[] cardinalities)
    {
        var all = new (ulong Key, int Count)[Counts.Length];
        for (int i = 0; i < all.Length; i++)
        {
            ulong key = 0;
            for (int column = 0; column < Codes.Length; column++)
            {
                key = (key * (ulong)cardinalities[column]) + Codes[column][i];
            }

            all[i] = (key, Counts[i]);
        }

        Array.Sort(all);
        return all;
    }
}
