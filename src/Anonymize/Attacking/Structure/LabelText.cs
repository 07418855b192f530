using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Anonymize.Attacking.Structure;

/// <summary>What a label says: what it is compared by, and whether it means a total.</summary>
internal static partial class LabelText
{
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "totals", "grand total", "all", "overall", "sum", "_t", "both sexes", "both genders", "both", "all persons", "all people", "everyone", "both years",
        "toplam", "genel toplam", "genel", "tümü", "hepsi", "tüm", "gesamt", "insgesamt", "totaal", "totale", "total général", "in total",
    };

    private static readonly HashSet<string> TotalStarts = new(StringComparer.Ordinal) { "all", "tüm", "bütün", "total", "toplam", "overall" };

    /// <summary>"All other reasons" are some.</summary>
    private static readonly HashSet<string> Rests = new(StringComparer.Ordinal) { "other", "others", "remaining", "diğer", "kalan" };

    /// <summary>Words that stand beside <c>total</c> without making it the total of something smaller.</summary>
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "persons", "people", "number", "cases", "victims", "count", "of", "the", "kişi", "mağdur", "sayı", "sayısı", "adet", "n", "records", "individuals", "respondents",
    };

    /// <summary>Equal for labels that mean the same: without notes and doubled spaces, in lower case.</summary>
    public static string Key(string label) =>
        Spaces().Replace(Note().Replace(label, " "), " ").Trim().TrimEnd('*', '¹', '²', '³', ':').Trim().ToLowerInvariant();

    /// <summary>Whether the label is the total of its whole variable.</summary>
    public static bool IsTotal(string label)
    {
        var words = Folded(label);
        if (Totals.Contains(words))
        {
            return true;
        }

        var parts = words.Split(' ');
        return TotalStarts.Contains(parts[0]) && (parts[0] is "all" or "tüm" or "bütün"
            ? parts.Length <= 3 && !parts.Any(Rests.Contains)
            : parts[1..].All(Units.Contains));
    }

    /// <summary>Whether the label names a total of part of its variable, such as <c>North total</c>; or, with a comma, of a named whole.</summary>
    public static bool IsSubtotal(string label) =>
        !IsTotal(label) && Folded(label).Split(' ', ',').Any(w => w is "total" or "subtotal" or "sub-total" or "toplam" or "toplamı" or "totaal" or "gesamt");

    /// <summary>Whether the label begins a list of some of the members.</summary>
    public static bool IsOfWhich(string label) => Folded(label) is var words
        && (words.StartsWith("of which", StringComparison.Ordinal) || words.StartsWith("bunlardan", StringComparison.Ordinal) || words.StartsWith("of whom", StringComparison.Ordinal)
            || words.StartsWith("including", StringComparison.Ordinal));

    /// <summary>Lower case with one kind of i, without what stands in brackets.</summary>
    public static string Folded(string label)
    {
        var folded = new StringBuilder(label.Length);
        foreach (var c in Spaces().Replace(Bracket().Replace(label, " "), " ").Trim().Normalize(NormalizationForm.FormKC))
        {
            folded.Append(c is 'İ' or 'I' or 'ı' ? 'i' : char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return folded.ToString().TrimEnd(':', '*', '.');
    }

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(@"\[[^\]]*\]|\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
