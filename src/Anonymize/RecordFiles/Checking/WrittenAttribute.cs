namespace Anonymize.RecordFiles.Checking;

/// <summary>A column as it was read back.</summary>
/// <param name="Column">Its texts.</param>
/// <param name="Delimiter">Between the values of a cell; null where a cell has one value.</param>
public sealed record WrittenAttribute(RecordColumn Column, char? Delimiter = null)
{
    private const int BlockRows = 4096;

    /// <summary>What is in the cells of a code: the text where it has one value, else each value once.</summary>
    internal string[] Values(int code) => Delimiter is { } between
        ? [.. Column.Values[code].Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)]
        : [Column.Values[code]];

    /// <summary>By code, a number that texts share where they are one to a program that reads sets, whatever the order and repetition of values.</summary>
    internal int[] Sets()
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new int[Column.Values.Count];
        for (var code = 0; code < numbers.Length; code++)
        {
            var set = string.Join('\u001f', Values(code).Order(StringComparer.Ordinal));
            known.TryAdd(set, known.Count);
            numbers[code] = known[set];
        }

        return numbers;
    }

    /// <summary>By code, the code: texts as they stand.</summary>
    internal int[] Texts() => [.. Enumerable.Range(0, Column.Values.Count)];

    /// <summary>Tells the codes of the texts, block after block of rows, and the row of the first.</summary>
    internal void Each(Block take)
    {
        var block = new int[BlockRows];
        for (var first = 0; first < Column.Rows; first += BlockRows)
        {
            var codes = block.AsSpan(0, Math.Min(BlockRows, Column.Rows - first));
            Column.Read(first, codes);
            take(first, codes);
        }
    }

    internal delegate void Block(int first, ReadOnlySpan<int> codes);

    public override string ToString() => nameof(WrittenAttribute);
}
