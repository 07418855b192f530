namespace Host.Samples.Shapes.Htcds;

/// <summary>What stands in a cell: nothing, text, a number, a date shown as one, a bare serial number, or a truth value.</summary>
internal readonly struct SheetCell
{
    private SheetCell(SheetCellKind kind, string text, int number)
    {
        Kind = kind;
        Text = text;
        Number = number;
    }

    public SheetCellKind Kind { get; }

    public string Text { get; }

    public int Number { get; }

    public static SheetCell Empty => default;

    public static SheetCell Of(string? text) => string.IsNullOrEmpty(text) ? default : new(SheetCellKind.Text, text, 0);

    public static SheetCell Of(bool truth) => new(SheetCellKind.Truth, "", truth ? 1 : 0);

    public static SheetCell OfNumber(int number) => new(SheetCellKind.Number, "", number);

    /// <summary>A serial number of the 1900 date system, formatted as a date.</summary>
    public static SheetCell OfDate(DateOnly date) => new(SheetCellKind.Date, "", Serial(date));

    /// <summary>The same number without the format: the file no longer says that it is a date.</summary>
    public static SheetCell OfBareSerial(DateOnly date) => new(SheetCellKind.Number, "", Serial(date));

    private static int Serial(DateOnly date) => date.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
