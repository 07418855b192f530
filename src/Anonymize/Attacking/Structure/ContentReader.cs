using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Anonymize.Attacking.Structure;

/// <summary>Reads one cell: a number in any usual way of writing it, a range, a mark, or a text.</summary>
internal static partial class ContentReader
{
    private static readonly HashSet<string> HiddenMarks = new(StringComparer.Ordinal)
    {
        "c", "x", "s", "d", "w", "u", "*", "**", "***", "..", "...", "…", ".", ":", ":c", "-", "--", "–", "—", "−", "#", "n/a", "n.a.", "na", "nd", "†", "‡", "§",
        "suppressed", "hidden", "confidential", "conf", "supp", "gizli", "gizlendi", "saklı", "disclosive",
    };

    public static Content Read(SheetText cell)
    {
        var text = cell.Text.Trim();
        if (text.Length == 0)
        {
            return Content.Empty;
        }

        if (cell.Number is { } number && Math.Abs(number) < 1e15)
        {
            var value = (decimal)number;
            return new Content(ContentKind.Number, text, value, IsPercent: cell.Format.Contains('%', StringComparison.Ordinal), Decimals: DecimalsOf(cell.Format, value));
        }

        return ReadNumber(text) ?? ReadRange(text) ?? ReadMark(text) ?? new Content(ContentKind.Label, text);
    }

    /// <summary>The mark inside its brackets, in lower case.</summary>
    public static string Bare(string mark) => mark.Trim().Trim('[', ']', '(', ')', '{', '}').Trim().ToLowerInvariant();

    private static Content? ReadNumber(string text)
    {
        var match = NumberPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = match.Groups["n"].Value;
        var percent = match.Groups["p"].Value.Length > 0;
        var decimals = 0;
        if (!GroupedPattern().IsMatch(digits) && digits.LastIndexOfAny(['.', ',']) is >= 0 and var point)
        {
            // A date is no number: before the decimals stand digits alone or in groups of three.
            if (!GroupedPattern().IsMatch(digits[..point]))
            {
                return null;
            }

            decimals = digits.Length - point - 1;
            digits = Digits(digits[..point]) + "." + digits[(point + 1)..];
        }
        else
        {
            if (!GroupedPattern().IsMatch(digits))
            {
                return null;
            }

            digits = Digits(digits);
        }

        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return new Content(ContentKind.Number, text, match.Groups["s"].Value is "-" or "−" ? -value : value, IsPercent: percent, Decimals: decimals);
    }

    private static Content? ReadRange(string text)
    {
        var bare = Bare(text);
        if (BelowPattern().Match(bare) is { Success: true } below && Whole(below, "n") is { } limit)
        {
            var inclusive = below.Groups["e"].Success;
            return new Content(ContentKind.Range, text, Low: 0, High: Math.Max(0, inclusive ? limit : limit - 1));
        }

        if (AbovePattern().Match(bare) is { Success: true } above && Whole(above, "n") is { } least)
        {
            return new Content(ContentKind.Range, text, Low: above.Groups["m"].Success ? least + 1 : least);
        }

        return BetweenPattern().Match(bare) is { Success: true } between && Whole(between, "a") is { } low && Whole(between, "b") is { } high && low < high
            ? new Content(ContentKind.Range, text, Low: low, High: high)
            : null;
    }

    private static Content? ReadMark(string text)
    {
        var bare = Bare(text);
        return bare switch
        {
            "z" or "not applicable" or "uygulanamaz" or "uygulanmaz" => new Content(ContentKind.NotApplicable, text),
            "nil" or "none" or "yok" => new Content(ContentKind.Number, text),
            "not available" or "mevcut değil" => new Content(ContentKind.NotAvailable, text),
            _ => HiddenMarks.Contains(bare) ? new Content(ContentKind.Hidden, text) : null,
        };
    }

    private static long? Whole(Match match, string group) => long.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static string Digits(string text)
    {
        var digits = new StringBuilder();
        foreach (var c in text.Where(char.IsAsciiDigit))
        {
            digits.Append(c);
        }

        return digits.ToString();
    }

    private static int DecimalsOf(string format, decimal value)
    {
        var point = format.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            return format.AsSpan(point + 1).IndexOfAnyExcept('0') is >= 0 and var end ? end : format.Length - point - 1;
        }

        return format.Contains('%', StringComparison.Ordinal) ? 0 : value == decimal.Truncate(value) ? 0 : Math.Min(12, (int)value.Scale);
    }

    // A sign, digits with or without separators, a percent sign, and whatever note hangs on the figure.
    [GeneratedRegex(@"^(?<s>[+\-−]?)(?<n>\d[\d.,'\u00a0\u202f\u2009 ]*\d|\d)\s?(?<p>%?)\s?(?:[\[(](?:note \d+|not \d+|[a-z]{1,2}|\d{1,2})[\])]|[rpe]|[¹²³⁴⁵⁶⁷⁸⁹]+|(?<=\d)\*+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^(?:\d{1,3}(?:[.,'\u00a0\u202f\u2009 ]\d{3})+|\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedPattern();

    [GeneratedRegex(@"^(?:(?:<\s?(?<e>=)?|(?<e>≤)\s?|(?:fewer|less) than |under |below )(?<n>\d{1,6})|(?<n>\d{1,6})\s?['’]?(?:den|dan|ten|tan) (?:az|küçük))$", RegexOptions.CultureInvariant)]
    private static partial Regex BelowPattern();

    [GeneratedRegex(@"^(?:(?<m>>)\s?(?<n>\d{1,6})|(?:>\s?=|≥)\s?(?<n>\d{1,6})|(?<n>\d{1,6})\s?\+)$", RegexOptions.CultureInvariant)]
    private static partial Regex AbovePattern();

    [GeneratedRegex(@"^(?<a>\d{1,6})\s?(?:[-–—−]| to | ile )\s?(?<b>\d{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenPattern();
}
