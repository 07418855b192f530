using System.Text;

namespace Ingest.Tabular;

/// <summary>A column as codes 0, 1, 2 … of its distinct values, numbered in the order of their first appearance. An empty or missing cell is the empty text.</summary>
public sealed class TabularColumn
{
    private readonly TextDictionary texts;
    private string[]? values;

    internal TabularColumn(string name, TextDictionary texts, CodeVector codes)
    {
        Name = name;
        this.texts = texts;
        Codes = codes;
    }

    public string Name { get; }

    /// <summary>One code a row.</summary>
    public CodeVector Codes { get; }

    /// <summary>Number of distinct values.</summary>
    public int Distinct => texts.Count;

    /// <summary>The distinct values by code; made at the first look, so that a column nobody looks into costs no strings.</summary>
    public IReadOnlyList<string> Values => values ??= [.. Enumerable.Range(0, texts.Count).Select(code => Encoding.UTF8.GetString(texts[code]))];

    /// <summary>A distinct value as UTF-8.</summary>
    public ReadOnlySpan<byte> Text(int code) => texts[code];

    public override string ToString() => nameof(TabularColumn);
}
