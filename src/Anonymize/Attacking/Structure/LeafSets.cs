using System.Globalization;
using System.Text.RegularExpressions;

namespace Anonymize.Attacking.Structure;

/// <summary>What a label stands for where it says so itself: codes joined by <c>+</c>, months of a year, ages from and to.</summary>
internal static partial class LeafSets
{
    private const int OldestAge = 120;

    /// <summary>More than one leaf where the label is a union; else the label alone.</summary>
    public static IReadOnlyList<string> Of(string key)
    {
        if (Periods.Months(key) is { Count: > 0 } months)
        {
            return months;
        }

        if (Ages().Match(key) is { Success: true } ages)
        {
            int Number(string group, int missing) => int.TryParse(ages.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : missing;
            var (low, high) = ages.Groups["below"].Success ? (0, Number("below", 1) - 1) : (Number("a", 0), Number("b", OldestAge));
            return low <= high && high <= OldestAge ? [.. Enumerable.Range(low, high - low + 1).Select(a => a.ToString(CultureInfo.InvariantCulture))] : [key];
        }

        return key.Contains('+', StringComparison.Ordinal) && key.Split('+') is { Length: > 1 } codes && codes.All(c => c.Trim().Length > 0)
            ? [.. codes.Select(c => c.Trim())]
            : [key];
    }

    [GeneratedRegex(@"^(?:aged? )?(?:(?<a>\d{1,3})\s?(?:[-–—]| to )\s?(?<b>\d{1,3})|(?<a>\d{1,3})\s?(?:\+|and over|and older|ve üzeri)|(?:<\s?|under |below )(?<below>\d{1,3}))(?: years?| yaş)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ages();
}
