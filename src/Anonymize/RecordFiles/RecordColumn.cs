namespace Anonymize.RecordFiles;

/// <summary>A dictionary-encoded column of the file: its distinct values and how to come by the code of each row.</summary>
public sealed class RecordColumn(string name, IReadOnlyList<string> values, int rows, CodeBlock read)
{
    public string Name { get; } = name;

    /// <summary>The distinct values by code.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    public int Rows { get; } = rows;

    public CodeBlock Read { get; } = read;

    /// <summary>A column of texts, encoded in the order of their first appearance.</summary>
    public static RecordColumn Of(string name, IReadOnlyList<string> cells)
    {
        var codes = new int[cells.Count];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < codes.Length; row++)
        {
            if (!known.TryGetValue(cells[row], out codes[row]))
            {
                known.Add(cells[row], codes[row] = known.Count);
            }
        }

        return new RecordColumn(name, [.. known.Keys], codes.Length, (first, target) => codes.AsSpan(first, target.Length).CopyTo(target));
    }

    public override string ToString() => nameof(RecordColumn);
}
