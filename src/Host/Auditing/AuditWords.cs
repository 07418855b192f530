using Host.Web.Wording;
using Publication.Tables;

namespace Host.Auditing;

/// <summary>What the codes of both audit chains say. The chains keep codes, which never change; words may become better.</summary>
internal static class AuditWords
{
    /// <summary>Before the code in the key of its text.</summary>
    public const string Beginning = "did:";

    /// <summary>After the code of what somebody tried and was refused.</summary>
    public const string Refused = "-refused";

    /// <summary>Key of the text around what was refused.</summary>
    public const string RefusedText = "AuditRefused";

    /// <summary>What was done, in words; the code itself where a later version of the program wrote it.</summary>
    public static string Of(string code, SiteTexts texts, Language language) =>
        texts.Find(Beginning + code, language)
        ?? (code.EndsWith(Refused, StringComparison.Ordinal) && texts.Find(Beginning + code[..^Refused.Length], language) is { } tried
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, texts.Of(RefusedText, language), tried)
            : code);
}
