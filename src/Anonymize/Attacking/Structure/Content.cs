namespace Anonymize.Attacking.Structure;

/// <summary>A cell, read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As printed.</param>
/// <param name="Value">Of a number.</param>
/// <param name="Low">Of a range.</param>
/// <param name="High">Of a range; null where it has no upper end.</param>
/// <param name="IsPercent">Whether the cell itself says that it is a share.</param>
/// <param name="Decimals">Decimal places shown.</param>
internal readonly record struct Content(
    ContentKind Kind, string Text, decimal Value = 0, long Low = 0, long? High = null, bool IsPercent = false, int Decimals = 0)
{
    public static Content Empty { get; } = new(ContentKind.Empty, "");

    public bool IsFigure => Kind is not (ContentKind.Empty or ContentKind.Label);

    /// <summary>A whole number without a sign that is no year: what only the body of a table holds.</summary>
    public bool IsPlainNumber => Kind == ContentKind.Number && !IsYear;

    public bool IsYear => Kind == ContentKind.Number && Decimals == 0 && Value is >= 1900 and <= 2100;

    /// <summary>A figure that can add up: not negative, with few decimal places, and of a size that sums of many can hold.</summary>
    public bool IsAdditive => Kind == ContentKind.Number && Value >= 0 && Decimals <= 3 && Value <= 1_000_000_000 && !IsPercent;
}
