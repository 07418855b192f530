namespace Anonymize.Attacking.Structure;

/// <summary>One side of a cell: a variable and the label it has there.</summary>
/// <param name="Variable">As printed, or <c>column</c> where nothing names it.</param>
/// <param name="Label">As printed.</param>
/// <param name="Key">What the label is compared by.</param>
/// <param name="IsTotal">Whether it restricts nothing.</param>
/// <param name="Indent">Steps by which the label is indented.</param>
internal sealed record Coordinate(string Variable, string Label, string Key, bool IsTotal, int Indent = 0)
{
    public static Coordinate Of(string variable, string label, int indent = 0) => new(variable, label, LabelText.Key(label), LabelText.IsTotal(label), indent);
}
