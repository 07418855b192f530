namespace Ingest.Counting.Kernel;

/// <summary>Combinations of any number of columns with their counts, taken apart into the codes of each column.</summary>
internal sealed class WideGroups
{
    /// <summary>Keys stay below this, so that one more digit is noticed before it overflows.</summary>
    private const ulong KeyLimit = 1UL << 62;

    private WideGroups(int[][] codes, int[] counts)
    {
        Codes = codes;
        Counts = counts;
    }

    /// <summary>[column][group], groups ascending column by column.</summary>
    public int[][] Codes { get; }

    public int[] Counts { get; }

    /// <summary>
    /// Counts as <see cref="GroupCounter"/> does; where the combinations of all columns do not fit a key, those of the first
    /// columns are numbered among the ones that occur, in ascending order, and the number stands for them.
    /// </summary>
    public static WideGroups Count(IReadOnlyList<KeyColumn> columns, int rows, int threads, CancellationToken ct)
    {
        int prefix = 0;
        UInt128 product = 1;
        while (prefix < columns.Count && product * (ulong)columns[prefix].Cardinality <= KeyLimit)
        {
            product *= (ulong)columns[prefix++].Cardinality;
        }

        if (prefix == columns.Count)
        {
            GroupedCounts groups = GroupCounter.Count(columns, rows, threads, ct);
            int[] cardinalities = [.. columns.Select(column => column.Cardinality)];
            return new WideGroups(KeyDecoder.Decode(groups.Keys, cardinalities, threads, ct), groups.Counts);
        }

        KeyColumn[] first = [.. columns.Take(prefix)];
        GroupedCounts numbered = GroupCounter.Count(first, rows, threads, ct);
        WideGroups rest = Count([Numbers(first, rows, numbered), .. columns.Skip(prefix)], rows, threads, ct);
        int[][] known = KeyDecoder.Decode(numbered.Keys, [.. first.Select(column => column.Cardinality)], threads, ct);
        int[][] codes = [.. known.Select(column => Array.ConvertAll(rest.Codes[0], number => column[number])), .. rest.Codes.Skip(1)];
        return new WideGroups(codes, rest.Counts);
    }

    private static IntKeyColumn Numbers(KeyColumn[] columns, int rows, GroupedCounts groups)
    {
        ulong[] keys = new ulong[rows];
        foreach (KeyColumn column in columns)
        {
            column.Append(keys, 0);
        }

        return new IntKeyColumn(Array.ConvertAll(keys, key => Array.BinarySearch(groups.Keys, key)), Math.Max(1, groups.Groups));
    }
}
