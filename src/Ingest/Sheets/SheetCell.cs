namespace Ingest.Sheets;

/// <summary>One cell as its file shows it.</summary>
/// <param name="Text">What is read; a number is written in the invariant way.</param>
/// <param name="Number">Where the file itself says that the cell is a number.</param>
/// <param name="Format">The number format of the cell, such as <c>0.0%</c>; empty where the format has none.</param>
/// <param name="Indent">Steps by which the text is indented with leading spaces; the library that reads workbooks does not tell those of a style.</param>
public readonly record struct SheetCell(string Text, double? Number = null, string Format = "", int Indent = 0)
{
    public static SheetCell Empty { get; } = new("");

    /// <summary>A text, its leading spaces counted as an indent.</summary>
    public static SheetCell OfText(string text)
    {
        var shown = text.AsSpan().TrimStart(" \u00a0\t");
        return new SheetCell(shown.TrimEnd().ToString(), Indent: (text.Length - shown.Length + 1) / 2);
    }
}
