using System.Text;

namespace Reports.Charts;

/// <summary>
/// Rounds the decimal numbers in path data and other attributes of an SVG to a hundredth of a pixel. Works on the digits, without parsing each
/// number: a chart's outlines hold some ten thousand of them.
/// </summary>
internal static class ShortNumbers
{
    private const int Decimals = 2;

    public static string Shorten(string text)
    {
        var result = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                result.Append(text[i++]);
                continue;
            }

            var start = i;
            var whole = 0L;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                whole = (whole * 10) + (text[i++] - '0');
            }

            if (i == text.Length || text[i] != '.')
            {
                result.Append(text, start, i - start);
                continue;
            }

            i = AppendRounded(text, i + 1, whole, result);
        }

        return result.ToString();
    }

    // Reads the digits after the point from position at, and an exponent; returns where the number ends.
    private static int AppendRounded(string text, int at, long whole, StringBuilder result)
    {
        var hundredths = whole;
        var digits = 0;
        var isUp = false;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++, digits++)
        {
            if (digits < Decimals)
            {
                hundredths = (hundredths * 10) + (text[at] - '0');
            }
            else if (digits == Decimals)
            {
                isUp = text[at] >= '5';
            }
        }

        for (; digits < Decimals; digits++)
        {
            hundredths *= 10;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            // Written so only where it is next to nothing.
            hundredths = 0;
            isUp = false;
            for (at++; at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '+'); at++)
            {
            }
        }

        hundredths += isUp ? 1 : 0;
        AppendPlain(hundredths, result);
        return at;
    }

    private static void AppendPlain(long hundredths, StringBuilder result)
    {
        result.Append(hundredths / 100);
        var rest = hundredths % 100;
        if (rest > 0)
        {
            result.Append('.').Append((char)('0' + (rest / 10)));
            if (rest % 10 > 0)
            {
                result.Append((char)('0' + (rest % 10)));
            }
        }
    }
}
