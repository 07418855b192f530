using System.Globalization;
using Publication.Releases;
using Publication.Tables;

namespace Reports.Wording;

/// <summary>Periods and days in words.</summary>
public static class Periods
{
    private static readonly string[] TurkishMonths =
        ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>As a name: 2025 4. çeyrek, 2025 quarter 4.</summary>
    public static string Name(ReleasePeriod period, Language language)
    {
        var year = Year(period);
        return (period.IsYear, language) switch
        {
            (true, _) => year,
            (false, Language.Tr) => $"{year} {Quarter(period)}. çeyrek",
            (false, Language.En) => $"{year} quarter {Quarter(period)}",
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };
    }

    /// <summary>As the time of an event inside a sentence: 2025 yılının 4. çeyreğinde, in the fourth quarter of 2025.</summary>
    public static string When(ReleasePeriod period, Language language)
    {
        var year = Year(period);
        return (period.IsYear, language) switch
        {
            (true, Language.Tr) => $"{year} yılında",
            (true, Language.En) => $"in {year}",
            (false, Language.Tr) => $"{year} yılının {Quarter(period)}. çeyreğinde",
            (false, Language.En) => $"in the {Ordinal(period.Quarter)} quarter of {year}",
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };
    }

    /// <summary>A short heading for a column or an axis: 2025 Ç4, 2025 Q4.</summary>
    public static string InBrief(ReleasePeriod period, Language language) =>
        period.IsYear ? Year(period) : $"{Year(period)} {(language == Language.Tr ? "Ç" : "Q")}{Quarter(period)}";

    public static string Day(DateOnly day, Language language)
    {
        var month = (language == Language.Tr ? TurkishMonths : EnglishMonths)[day.Month - 1];
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month} {day.Year:D4}");
    }

    private static string Year(ReleasePeriod period) => period.Year.ToString("D4", CultureInfo.InvariantCulture);

    private static string Quarter(ReleasePeriod period) => period.Quarter.ToString(CultureInfo.InvariantCulture);

    private static string Ordinal(int quarter) => quarter switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        _ => throw new ArgumentOutOfRangeException(nameof(quarter)),
    };
}
