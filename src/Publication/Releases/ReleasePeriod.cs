using System.Globalization;

namespace Publication.Releases;

/// <summary>A calendar quarter (<c>2025-Q4</c>) or a calendar year (<c>2025</c>) of the Gregorian calendar.</summary>
public readonly record struct ReleasePeriod : IComparable<ReleasePeriod>
{
    private ReleasePeriod(int year, int quarter)
    {
        Year = year;
        Quarter = quarter;
    }

    public int Year { get; }

    /// <summary>1 to 4, or 0 for the whole year.</summary>
    public int Quarter { get; }

    public bool IsYear => Quarter == 0;

    /// <summary>First day.</summary>
    public DateOnly Start => new(Year, IsYear ? 1 : (3 * Quarter) - 2, 1);

    /// <summary>Last day.</summary>
    public DateOnly End => Start.AddMonths(IsYear ? 12 : 3).AddDays(-1);

    /// <summary>The quarters it consists of, in order: itself, or the four of the year.</summary>
    public IReadOnlyList<ReleasePeriod> Quarters
    {
        get
        {
            var year = Year;
            return IsYear ? [.. Enumerable.Range(1, 4).Select(q => OfQuarter(year, q))] : [this];
        }
    }

    public static ReleasePeriod OfQuarter(int year, int quarter) =>
        quarter is >= 1 and <= 4 ? new(year, quarter) : throw new ArgumentOutOfRangeException(nameof(quarter));

    public static ReleasePeriod OfYear(int year) => new(year, 0);

    public static ReleasePeriod QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public static bool TryParse(string? text, out ReleasePeriod period)
    {
        period = default;
        if (text is not { Length: 4 or 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1900)
        {
            return false;
        }

        if (text.Length == 4)
        {
            period = OfYear(year);
            return true;
        }

        if (text[4] != '-' || text[5] != 'Q' || text[6] is < '1' or > '4')
        {
            return false;
        }

        period = OfQuarter(year, text[6] - '0');
        return true;
    }

    /// <summary>In order of the last day; a year after its fourth quarter.</summary>
    public int CompareTo(ReleasePeriod other) => (End, IsYear).CompareTo((other.End, other.IsYear));

    public override string ToString() => IsYear ? $"{Year:D4}" : $"{Year:D4}-Q{Quarter}";

    public static bool operator <(ReleasePeriod left, ReleasePeriod right) => left.CompareTo(right) < 0;

    public static bool operator >(ReleasePeriod left, ReleasePeriod right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReleasePeriod left, ReleasePeriod right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReleasePeriod left, ReleasePeriod right) => left.CompareTo(right) >= 0;
}
