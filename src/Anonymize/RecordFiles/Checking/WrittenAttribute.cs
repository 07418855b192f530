namespace Anonymize.RecordFiles.Checking;

/// <summary>A column as it was read back.</summary>
/// <param name="Column">Its texts.</param>
/// <param name="Delimiter">Between the values of a cell; null where a cell has one value.</param>
public sealed record WrittenAttribute(RecordColumn Column, char? Delimiter = null)
{
    /// <summary>What is in the cells of a code: the text where it has one value, else each value once.</summary>
    internal string[] Values(int code) => Delimiter is { } between
        ? [.. Column.Values[code].Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)]
        : [Column.Values[code]];

    /// <summary>By row, the code of its text.</summary>
    internal int[] Texts()
    {
        var codes = new int[Column.Rows];
        Column.Read(0, codes);
        return codes;
    }

    /// <summary>By row, a number that rows share where they are the same to a program that reads sets, whatever the order and repetition of values.</summary>
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

        return [.. Texts().Select(code => numbers[code])];
    }

    public override string ToString() => nameof(WrittenAttribute);
}
