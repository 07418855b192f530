using System.Text.Unicode;

namespace Ingest.Tabular;

/// <summary>One kept column while it is read. Only a text that is new is judged to be UTF-8 or not: one that was seen has been.</summary>
internal sealed class ColumnBuilder(string name)
{
    private readonly TextDictionary texts = new();
    private readonly CodeVector codes = new();

    /// <returns>Whether the text is UTF-8.</returns>
    public bool Add(ReadOnlySpan<byte> text)
    {
        int known = texts.Count;
        int code = texts.CodeOf(text);
        codes.Add(code);
        return code < known || Utf8.IsValid(text);
    }

    /// <summary>The code of a text that is known to be UTF-8, to be added again and again.</summary>
    public int CodeOf(ReadOnlySpan<byte> text) => texts.CodeOf(text);

    public void Add(int code) => codes.Add(code);

    public void Reserve(int rows) => codes.Reserve(rows);

    public TabularColumn Build() => new(name, texts, codes);
}
