using Ingest.Schema;

namespace Ingest.Pseudonymise;

/// <summary>
/// Brings the spellings of one name to one form: letters folded (<c>Işık</c>, <c>ISIK</c>, <c>Isik</c>), remarks in brackets and forms
/// of address removed, words in ordinal order, so that <c>IŞIK Ayşe</c> is <c>Ayşe Işık</c>.
/// </summary>
internal static class NameFold
{
    private static readonly HashSet<string> FormsOfAddress = new(StringComparer.Ordinal)
    {
        "SN", "SAYIN", "BAY", "BAYAN", "BN", "DR", "AV", "PROF", "MR", "MRS", "MS", "MISS", "MADAM",
    };

    /// <summary>Also given names; removed only where a first name and a family name are left without them.</summary>
    private static readonly HashSet<string> Courtesies = new(StringComparer.Ordinal) { "HANIM", "BEY", "HN", "ABLA" };

    /// <summary>The folded name, or none where fewer than two words are left: a first name alone would join strangers.</summary>
    public static string? Fold(string name)
    {
        var words = new List<string>(4);
        foreach (string word in LabelFold.Fold(WithoutRemarks(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsNamePart(word))
            {
                words.Add(word);
            }
        }

        for (int i = words.Count - 1; i >= 0 && words.Count > 2; i--)
        {
            if (Courtesies.Contains(words[i]))
            {
                words.RemoveAt(i);
            }
        }

        words.Sort(StringComparer.Ordinal);
        return words.Count < 2 ? null : string.Join(' ', words);
    }

    private static bool IsNamePart(string word)
    {
        foreach (char c in word)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return !FormsOfAddress.Contains(word);
    }

    private static string WithoutRemarks(string name)
    {
        int open;
        while ((open = name.IndexOf('(', StringComparison.Ordinal)) >= 0)
        {
            int close = name.IndexOf(')', open);
            name = close < 0 ? name[..open] : name.Remove(open, close - open + 1);
        }

        return name;
    }
}
