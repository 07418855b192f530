using System.Globalization;
using System.Text.RegularExpressions;

namespace Anonymize.Attacking.Structure;

/// <summary>Reads months, quarters, halves and years out of labels and titles, in the ways English and Turkish publishers write them.</summary>
internal static partial class Periods
{
    /// <summary>The months of a label that is a period and nothing else; empty where it is none.</summary>
    public static IReadOnlyList<string> Months(string label)
    {
        var folded = LabelText.Folded(label);
        var match = Whole().Match(folded);
        return match.Success ? MonthsOf(match) : [];
    }

    /// <summary>Every period that a title names, as text that can be compared.</summary>
    public static IReadOnlySet<string> Named(string title) =>
        Anywhere().Matches(LabelText.Folded(title)).Select(m => string.Join(' ', MonthsOf(m))).ToHashSet(StringComparer.Ordinal);

    private static string[] MonthsOf(Match match)
    {
        var year = int.Parse(match.Groups["y"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        int Number(string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var (first, count) = match.Groups["q"].Success ? ((3 * Number("q")) - 2, 3)
            : match.Groups["h"].Success ? ((6 * Number("h")) - 5, 6)
            : match.Groups["m"].Success && Number("m") is >= 1 and <= 12 and var month ? (month, 1)
            : (1, 12);
        return [.. Enumerable.Range(first, count).Select(m => string.Create(CultureInfo.InvariantCulture, $"{year}-{m:00}"))];
    }

    private const string Parts =
        @"(?:(?<y>(?:19|20)\d\d)[\s\-/]*(?:q|quarter |ç|çeyrek )(?<q>[1-4])|(?<y>(?:19|20)\d\d)\s(?<q>[1-4])\.? çeyrek|(?:q|quarter )(?<q>[1-4])[\s\-/,]*(?<y>(?:19|20)\d\d)"
        + @"|(?<y>(?:19|20)\d\d)[\s\-/]*h(?<h>[12])|(?<y>(?:19|20)\d\d)-(?<m>\d\d)(?!\d)|(?<y>(?:19|20)\d\d))";

    [GeneratedRegex("^" + Parts + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<!\d)" + Parts + @"(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();
}
