using Publication.Tables;

namespace Reports.Wording;

/// <summary>Capital and small first letters with the Turkish pairs i–İ and ı–I.</summary>
internal static class Letters
{
    public static string Capitalised(string text, Language language) =>
        text.Length == 0 ? text : $"{Upper(text[0], language)}{text[1..]}";

    /// <summary>For a common noun inside a sentence; an abbreviation (two capitals at the start) stays.</summary>
    public static string Uncapitalised(string text, Language language) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1])) ? text : $"{Lower(text[0], language)}{text[1..]}";

    private static char Upper(char letter, Language language) => (letter, language) switch
    {
        ('i', Language.Tr) => 'İ',
        ('ı', _) => 'I',
        _ => char.ToUpperInvariant(letter),
    };

    private static char Lower(char letter, Language language) => (letter, language) switch
    {
        ('I', Language.Tr) => 'ı',
        ('İ', _) => 'i',
        _ => char.ToLowerInvariant(letter),
    };
}
