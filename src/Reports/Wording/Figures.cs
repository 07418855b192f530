using System.Globalization;
using Publication.Tables;

namespace Reports.Wording;

/// <summary>Writes numbers the way a language does, whatever the culture of the machine.</summary>
internal static class Figures
{
    // Spelt out, not taken from the machine's culture data, which differ between ICU versions.
    private static readonly NumberFormatInfo Turkish = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public static string Count(decimal count, Language language) => count.ToString("#,0", Format(language));

    /// <summary>A share (0 to 1) in percent, whole or with so many digits behind the mark at most: %41, 41%, %0,5.</summary>
    public static string Percent(decimal share, Language language, int decimals = 0)
    {
        var number = Math.Round(share * 100m, decimals, MidpointRounding.AwayFromZero).ToString("#,0." + new string('#', decimals), Format(language));
        return language == Language.Tr ? $"%{number}" : $"{number}%";
    }

    /// <summary>A change with its sign: +7, −3, 0.</summary>
    public static string Signed(decimal change, Language language) => change switch
    {
        > 0 => $"+{Count(change, language)}",
        < 0 => $"−{Count(-change, language)}",
        _ => "0",
    };

    private static NumberFormatInfo Format(Language language) => language == Language.Tr ? Turkish : English;
}
