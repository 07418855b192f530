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
    /// <summary>Folding may make two letters of one (ß, æ), never more.</summary>
    public const int MostLettersPerCharacter = 2;

    /// <summary>Latin letters with their marks in one character lie below; each folds by itself.</summary>
    private const int TableSize = 0x250;

    private const int FirstMark = 0x300;
    private const int LastMark = 0x36F;

    private static readonly string[] Table = [.. Enumerable.Range(0, TableSize).Select(c => FoldLetters(((char)c).ToString()))];

    /// <summary>The folded text; where no letter or digit is left (<c>-</c>, <c>+</c>), the trimmed text itself.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length * MostLettersPerCharacter] : new char[text.Length * MostLettersPerCharacter];
        int length = Fold(text, folded);
        return length > 0 ? new string(folded[..length]) : text.Trim();
    }

    /// <summary>Folds into a buffer and says the length; 0 where no letter or digit is left.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="folded">Twice as long as the text.</param>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        int length = 0;
        bool gap = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= (char)FirstMark and <= (char)LastMark)
            {
                continue;
            }

            string letters = c < TableSize ? Table[c] : FoldLetters(c.ToString());
            if (letters.Length == 0)
            {
                gap |= !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark;
                continue;
            }

            if (gap && length > 0)
            {
                folded[length++] = ' ';
            }

            gap = false;
            foreach (char letter in letters)
            {
                folded[length++] = letter;
            }
        }

        return length;
    }

    /// <summary>The letters and digits of one character without their marks; empty for everything else.</summary>
    private static string FoldLetters(string character)
    {
        var letters = new StringBuilder(MostLettersPerCharacter);
        foreach (char c in Decompose(character))
        {
            if (char.IsLetterOrDigit(c) && letters.Length < MostLettersPerCharacter)
            {
                Append(letters, c);
            }
        }

        return letters.ToString();
    }

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: no letter of any label.
            return "";
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
