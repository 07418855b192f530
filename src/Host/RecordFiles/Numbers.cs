using System.Globalization;

namespace Host.RecordFiles;

/// <summary>Numbers of options: digits and a point, whatever the language of the caller.</summary>
internal static class Numbers
{
    public static int? Whole(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : null;

    public static double? Real(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    public static decimal? Share(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number : null;

    /// <summary>Two values with a comma between them.</summary>
    public static (string First, string Second)? Pair(string text) => text.Split(',') is [var first, var second] ? (first, second) : null;
}
