using Ingest.Cases;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A date as understood: its quarter always, its day number only where the day is known. It prints nothing.</summary>
internal readonly struct DateCell
{
    private DateCell(DatePrecision precision, short quarter, int day, RuleCode problem)
    {
        Precision = precision;
        Quarter = quarter;
        Day = day;
        Problem = problem;
    }

    public DatePrecision Precision { get; }

    /// <summary>Packed; of a year alone its first quarter.</summary>
    public short Quarter { get; }

    /// <summary>Day number of <see cref="DateOnly"/>, where <see cref="Precision"/> is <see cref="DatePrecision.Day"/>.</summary>
    public int Day { get; }

    public RuleCode Problem { get; }

    public bool IsKnown => Precision != DatePrecision.None;

    public int Year => Cases.Quarter.YearOf(Quarter);

    public static DateCell None => new(DatePrecision.None, Cases.Quarter.None, 0, RuleCode.None);

    public static DateCell OfDay(DateOnly day) => new(DatePrecision.Day, Cases.Quarter.Of(day), day.DayNumber, RuleCode.None);

    public static DateCell OfQuarter(short quarter) => new(DatePrecision.Quarter, quarter, 0, RuleCode.None);

    public static DateCell OfYear(int year) => new(DatePrecision.Year, Cases.Quarter.Pack(year, 1), 0, RuleCode.None);

    public static DateCell Wrong(RuleCode problem) => new(DatePrecision.None, Cases.Quarter.None, 0, problem);

    public override string ToString() => nameof(DateCell);
}
