namespace Anonymize.Attacking;

/// <summary>One cell of a sheet.</summary>
/// <param name="Text">As shown; a number in the invariant way.</param>
/// <param name="Number">Where the file itself says that it is a number.</param>
/// <param name="Format">The number format; empty where there is none.</param>
/// <param name="Indent">Steps by which the text is indented.</param>
public readonly record struct SheetText(string Text, double? Number = null, string Format = "", int Indent = 0);
