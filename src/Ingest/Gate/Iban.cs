namespace Ingest.Gate;

/// <summary>An account number by ISO 13616: two letters, two digits, 11 to 30 letters or digits, remainder 1 modulo 97.</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    public static bool Occurs(ReadOnlySpan<char> text)
    {
        if (text.Length < Shortest)
        {
            return false;
        }

        Span<char> packed = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                packed[length++] = char.ToUpperInvariant(c);
            }
        }

        for (int start = 0; start + Shortest <= length; start++)
        {
            if (BeginsAt(packed[start..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsAt(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]))
        {
            return false;
        }

        int end = 4;
        while (end < text.Length && end < Longest && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        // Ukraine's has 29, Türkiye's 26 characters: trying every length would find one in 97 texts by chance.
        int expected = LengthOf(text[..2]);
        return expected <= end && Remainder(text[..expected]) == 1;
    }

    private static int LengthOf(ReadOnlySpan<char> country) => country switch
    {
        "TR" => 26,
        "DE" => 22,
        "UA" => 29,
        "GB" => 22,
        "GE" => 22,
        "MD" => 24,
        "RO" => 24,
        "BG" => 22,
        "KZ" => 20,
        "AZ" => 28,
        "IQ" => 23,
        "LB" => 28,
        "JO" => 30,
        "PK" => 24,
        "NL" => 18,
        "FR" => 27,
        _ => int.MaxValue,
    };

    private static int Remainder(ReadOnlySpan<char> iban)
    {
        int remainder = 0;
        for (int i = 0; i < iban.Length; i++)
        {
            char c = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + c - '0') % 97
                : ((remainder * 100) + c - 'A' + 10) % 97;
        }

        return remainder;
    }
}
