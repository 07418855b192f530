using Ingest.Rules;

namespace Ingest.Gate;

/// <summary>
/// Looks for direct identifiers in a text: national identity number by checksum, IBAN by checksum, e-mail address, telephone number,
/// passport number. Says which kind, never what.
/// </summary>
internal static class IdentifierScan
{
    /// <summary>The rule that the text breaks, or <see cref="RuleCode.None"/>.</summary>
    /// <param name="text">A cell that no code list, date format or answer explains, or a case number.</param>
    /// <param name="isCaseNumber">Case numbers often look like passport numbers, and leave as an HMAC anyway.</param>
    public static RuleCode Find(ReadOnlySpan<char> text, bool isCaseNumber = false)
    {
        if (HoldsEmail(text))
        {
            return RuleCode.IdentifierEmail;
        }

        if (Iban.Occurs(text))
        {
            return RuleCode.IdentifierIban;
        }

        if (NationalNumber.Occurs(text))
        {
            return RuleCode.IdentifierNationalNumber;
        }

        if (PhoneNumber.Occurs(text))
        {
            return RuleCode.IdentifierPhone;
        }

        return !isCaseNumber && PassportNumber.Occurs(text) ? RuleCode.IdentifierPassport : RuleCode.None;
    }

    private static bool HoldsEmail(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf('@');
        return at > 0
            && IsAddressPart(text[at - 1])
            && at + 1 < text.Length && IsAddressPart(text[at + 1])
            && text[(at + 1)..].Contains('.');
    }

    private static bool IsAddressPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '+';
}
