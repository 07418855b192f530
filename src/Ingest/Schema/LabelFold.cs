using System.Globalization;
using System.Text;

namespace Ingest.Schema;

/// <summary>
/// Folds a label to the form in which labels are compared: marks and case removed, every kind of i the same letter, anything that is
/// neither letter nor digit one space. <c>IŞIK</c>, <c>ışık</c> and <c>Isik</c> fold to <c>ISIK</c> under every culture.
/// </summary>
/// <remarks>
/// Text comparison of the platform cannot do this: <c>İ</c> and <c>i</c> differ even when case is ignored, and tr-TR casing breaks codes.
/// </remarks>
public static class LabelFold
{
    /// <summary>
    /// What each Latin letter, digit and mark below U+0180 becomes: one character, a blank for what only separates, or NUL where the
    /// text must be taken apart. Made from the full fold, which costs ten times as much.
    /// </summary>
    private static readonly char[] Simple = [.. Enumerable.Range(0, SimpleLimit).Select(c => FoldAlone((char)c))];

    private const int SimpleLimit = 0x180;
    private const int LongestOnStack = 256;

    /// <summary>The folded text; where no letter or digit is left (<c>-</c>, <c>+</c>), the trimmed text itself.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> folded = stackalloc char[Math.Min(text.Length, LongestOnStack)];
        int length = 0;
        bool gap = false;
        foreach (char c in text)
        {
            char simple = c < SimpleLimit && folded.Length == text.Length ? Simple[c] : '\0';
            if (simple == '\0')
            {
                return FoldInFull(text);
            }

            if (simple == ' ')
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                folded[length++] = ' ';
                gap = false;
            }

            folded[length++] = simple;
        }

        return length > 0 ? new string(folded[..length]) : text.Trim();
    }

    private static char FoldAlone(char c)
    {
        if (!char.IsLetterOrDigit(c))
        {
            return ' ';
        }

        string folded = FoldInFull(c.ToString());
        return folded is [var only] ? only : '\0';
    }

    private static string FoldInFull(string text)
    {
        var folded = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char c in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }

            Append(folded, c);
        }

        return folded.Length > 0 ? folded.ToString() : text.Trim();
    }

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: it equals no label, so the text may stay as it is.
            return text;
        }
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ı': folded.Append('I'); break;
            case 'ß': folded.Append("SS"); break;
            case 'ø' or 'Ø': folded.Append('O'); break;
            case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('D'); break;
            case 'ł' or 'Ł': folded.Append('L'); break;
            case 'æ' or 'Æ': folded.Append("AE"); break;
            case 'œ' or 'Œ': folded.Append("OE"); break;
            case 'þ' or 'Þ': folded.Append("TH"); break;
            default: folded.Append(char.ToUpperInvariant(c)); break;
        }
    }
}
