using System.Runtime.CompilerServices;
using Ingest.Schema;

namespace Ingest.Pseudonymise;

/// <summary>
/// Brings the spellings of one name to one form: letters folded (<c>Işık</c>, <c>ISIK</c>, <c>Isik</c>), remarks in brackets and forms
/// of address removed, words in ordinal order, so that <c>IŞIK Ayşe</c> is <c>Ayşe Işık</c>.
/// </summary>
internal static class NameFold
{
    /// <summary>Longer texts are no names.</summary>
    public const int LongestName = 256;

    private const int MostWords = 16;

    /// <summary>The folded name, or none; see <see cref="Fold(ReadOnlySpan{char}, Span{char})"/>.</summary>
    public static string? Fold(string name)
    {
        Span<char> folded = stackalloc char[LongestName * 2];
        int length = Fold(name, folded);
        return length == 0 ? null : new string(folded[..length]);
    }

    /// <summary>Folds a name and says its length; 0 where fewer than two words are left: a first name alone would join strangers.</summary>
    /// <param name="name">As the partner wrote it.</param>
    /// <param name="folded">Twice <see cref="LongestName"/> characters.</param>
    [SkipLocalsInit]
    public static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        if (name.Length > LongestName)
        {
            return 0;
        }

        Span<char> plain = stackalloc char[LongestName];
        scoped ReadOnlySpan<char> bare = name;
        if (name.Contains('('))
        {
            bare = plain[..WithoutRemarks(name, plain)];
        }

        Span<char> text = stackalloc char[LongestName * 2];
        text = text[..LabelFold.Fold(bare, text)];

        Span<Range> words = stackalloc Range[MostWords];
        words = words[..((ReadOnlySpan<char>)text).Split(words, ' ', StringSplitOptions.RemoveEmptyEntries)];
        words = words[..KeepNames(text, words)];
        for (int i = words.Length - 1; i >= 0 && words.Length > 2; i--)
        {
            if (IsCourtesy(text[words[i]]))
            {
                words[(i + 1)..].CopyTo(words[i..]);
                words = words[..^1];
            }
        }

        return words.Length < 2 ? 0 : Join(text, words, folded);
    }

    private static int Join(ReadOnlySpan<char> text, Span<Range> words, Span<char> folded)
    {
        // Insertion sort: names have two or three words.
        for (int i = 1; i < words.Length; i++)
        {
            for (int j = i; j > 0 && text[words[j]].SequenceCompareTo(text[words[j - 1]]) < 0; j--)
            {
                (words[j], words[j - 1]) = (words[j - 1], words[j]);
            }
        }

        int length = 0;
        foreach (Range word in words)
        {
            if (length > 0)
            {
                folded[length++] = ' ';
            }

            text[word].CopyTo(folded[length..]);
            length += text[word].Length;
        }

        return length;
    }

    private static int KeepNames(ReadOnlySpan<char> text, Span<Range> words)
    {
        int kept = 0;
        foreach (Range word in words)
        {
            if (IsLetters(text[word]) && !IsFormOfAddress(text[word]))
            {
                words[kept++] = word;
            }
        }

        return kept;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static int WithoutRemarks(ReadOnlySpan<char> name, Span<char> plain)
    {
        int length = 0;
        bool inside = false;
        foreach (char c in name)
        {
            inside |= c == '(';
            if (!inside)
            {
                plain[length++] = c;
            }

            inside &= c != ')';
        }

        return length;
    }

    private static bool IsFormOfAddress(ReadOnlySpan<char> word) => word is
        "SN" or "SAYIN" or "BAY" or "BAYAN" or "BN" or "DR" or "AV" or "PROF" or "MR" or "MRS" or "MS" or "MISS" or "MADAM";

    /// <summary>Also given names; removed only where a first name and a family name are left without them.</summary>
    private static bool IsCourtesy(ReadOnlySpan<char> word) => word is "HANIM" or "BEY" or "HN" or "ABLA";
}
