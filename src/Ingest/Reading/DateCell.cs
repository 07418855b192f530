using Ingest.Cases;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A date as understood: its quarter always, its day number only where the day is known. It prints nothing.</summary>
internal readonly struct DateCell
{
    private const int YearUnit = 512;
    private const int MonthUnit = 32;

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

    /// <summary>
    /// Year, month and day packed in the order of time, where <see cref="Precision"/> is <see cref="DatePrecision.Day"/>; else 0.
    /// </summary>
    public int Day { get; }

    /// <summary>Month and day of <see cref="Day"/> in the order of a year.</summary>
    public int DayOfYear => Day & (YearUnit - 1);

    public RuleCode Problem { get; }

    public bool IsKnown => Precision != DatePrecision.None;

    public int Year => Cases.Quarter.YearOf(Quarter);

    public static DateCell None => new(DatePrecision.None, Cases.Quarter.None, 0, RuleCode.None);

    /// <summary>A day that exists, of a year that <see cref="Cases.Quarter"/> holds.</summary>
    public static DateCell OfDay(int year, int month, int day) => new(
        DatePrecision.Day,
        Cases.Quarter.Pack(year, ((month - 1) / 3) + 1),
        (year * YearUnit) + (month * MonthUnit) + day,
        RuleCode.None);

    public static DateCell OfQuarter(short quarter) => new(DatePrecision.Quarter, quarter, 0, RuleCode.None);

    public static DateCell OfYear(int year) => new(DatePrecision.Year, Cases.Quarter.Pack(year, 1), 0, RuleCode.None);

    public static DateCell Wrong(RuleCode problem) => new(DatePrecision.None, Cases.Quarter.None, 0, problem);

    /// <summary>The date, where its day is known.</summary>
    public DateOnly ToDate() => new(Day / YearUnit, DayOfYear / MonthUnit, Day % MonthUnit);

    public override string ToString() => nameof(DateCell);
}
