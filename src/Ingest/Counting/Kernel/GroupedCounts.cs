namespace Ingest.Counting.Kernel;

/// <summary>
/// Combinations that occur, ascending by key, each with the number of its rows. The key is mixed-radix over the cardinalities of
/// the counted columns, the first column the highest digit, so ascending keys are ascending codes, column by column.
/// </summary>
internal sealed class GroupedCounts(ulong[] keys, int[] counts)
{
    public ulong[] Keys { get; } = keys;

    public int[] Counts { get; } = counts;

    public int Groups => Keys.Length;

    public override string ToString() => nameof(GroupedCounts);
}
