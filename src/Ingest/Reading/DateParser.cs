using System.Globalization;
using System.Text;
using Ingest.Cases;
using Ingest.Gate;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>
/// Reads dates by declared formats only: <c>03.04.2026</c> is April to one culture and March to another. Days of spreadsheets
/// (<c>yyyy-MM-dd</c>, as the readers write them), quarters and years alone are read besides.
/// </summary>
internal sealed class DateParser
{
    private const int LastSerialOf1900 = 366;
    private const int FirstSerialRead = 10_000;
    private const int EarliestBirth = 1905;
    private const int EarliestEvent = 1990;

    private static readonly DateOnly SerialStart = new(1899, 12, 30);

    private readonly string[] formats;
    private readonly bool yearAlone;
    private readonly bool serials;
    private readonly bool isBirth;
    private readonly short lastQuarter;
    private readonly WordSet missing;
    private readonly byte dayFirstMark;

    /// <param name="profile">For missing words and, unless the column has its own, formats.</param>
    /// <param name="column">The date column.</param>
    /// <param name="serials">Whether a bare number is a spreadsheet's day number.</param>
    /// <param name="lastQuarter">The present quarter: later ones have not come yet.</param>
    public DateParser(ProfileFile profile, ProfileColumn column, bool serials, short lastQuarter)
    {
        IReadOnlyList<string> declared = column.Formats ?? profile.DateFormats;
        formats = [.. declared.Where(format => format != "yyyy"), "yyyy-MM-dd"];
        dayFirstMark = declared.Contains("d.M.yyyy", StringComparer.Ordinal) ? (byte)'.'
            : declared.Contains("d/M/yyyy", StringComparer.Ordinal) ? (byte)'/'
            : default;
        yearAlone = declared.Contains("yyyy", StringComparer.Ordinal);
        missing = new WordSet([.. profile.Missing, .. profile.NotCollected]);
        isBirth = column.To == ColumnTarget.Birth;
        this.serials = serials;
        this.lastQuarter = lastQuarter;
    }

    /// <summary>Reads the most common ways to write a day; false says nothing about the cell.</summary>
    public bool TryDay(ReadOnlySpan<byte> utf8, out DateCell read)
    {
        bool isDay = DayText.TryRead(utf8, dayFirstMark, out (int Year, int Month, int Day) day);
        read = isDay ? OfDay(day.Year, day.Month, day.Day) : default;
        read = read.IsKnown ? Plausible(read) : read;
        return isDay;
    }

    public DateCell Parse(ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8).Trim();
        DateCell read = text.Length == 0 ? DateCell.None : Read(text);
        if (!read.IsKnown)
        {
            if (text.Length == 0 || missing.Contains(LabelFold.Fold(text)))
            {
                return DateCell.None;
            }

            RuleCode identifier = IdentifierScan.Find(text);
            return identifier is RuleCode.None ? read : DateCell.Wrong(identifier);
        }

        return Plausible(read);
    }

    private DateCell Read(string text)
    {
        if (yearAlone && text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is >= Quarter.FirstYear and <= 2200)
        {
            return DateCell.OfYear(year);
        }

        if (DateOnly.TryParseExact(WithoutTime(text), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return OfDay(day);
        }

        if (serials && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double serial))
        {
            return serial <= LastSerialOf1900 ? DateCell.Wrong(RuleCode.DateOf1900)
                : serial is >= FirstSerialRead and < 100_000 ? OfDay(SerialStart.AddDays((int)serial))
                : DateCell.Wrong(RuleCode.DateInvalid);
        }

        return QuarterText.TryRead(text, out short quarter) ? DateCell.OfQuarter(quarter) : DateCell.Wrong(RuleCode.DateInvalid);
    }

    private static DateCell OfDay(DateOnly day) => OfDay(day.Year, day.Month, day.Day);

    private static DateCell OfDay(int year, int month, int day) => year switch
    {
        Quarter.FirstYear - 1 => DateCell.Wrong(RuleCode.DateOf1900),
        < Quarter.FirstYear or > 2200 => DateCell.Wrong(RuleCode.DateImplausible),
        _ => DateCell.OfDay(year, month, day),
    };

    private static string WithoutTime(string text)
    {
        int gap = text.AsSpan().IndexOfAny(' ', 'T');
        return gap > 0 && text.IndexOf(':', gap) > 0 ? text[..gap] : text;
    }

    private DateCell Plausible(DateCell date)
    {
        // 1899, 1900 and 1904 are where spreadsheets put zero.
        if (date.Year is Quarter.FirstYear or 1904)
        {
            return DateCell.Wrong(RuleCode.DateOf1900);
        }

        if (date.Year < (isBirth ? EarliestBirth : EarliestEvent))
        {
            return DateCell.Wrong(RuleCode.DateImplausible);
        }

        return date.Quarter > lastQuarter ? DateCell.Wrong(RuleCode.DateInFuture) : date;
    }
}
