namespace Ingest.Gate;

/// <summary>
/// The 11-digit T.C. identity number and the foreigner's number of the same build: not beginning with 0, tenth digit
/// (7 × odd places − even places) mod 10, eleventh digit the sum of the first ten mod 10.
/// </summary>
internal static class NationalNumber
{
    private const int Digits = 11;

    /// <summary>Whether the text holds such a number as a run of digits of just that length; blanks, dots and hyphens inside are skipped.</summary>
    public static bool Occurs(ReadOnlySpan<char> text)
    {
        Span<int> run = stackalloc int[Digits];
        int length = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (char.IsAsciiDigit(c))
            {
                if (length < Digits)
                {
                    run[length] = c - '0';
                }

                length++;
            }
            else if (!(length > 0 && c is ' ' or '-' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                if (length == Digits && IsValid(run))
                {
                    return true;
                }

                length = 0;
            }
        }

        return false;
    }

    /// <param name="digits">Eleven digits, 0 to 9.</param>
    public static bool IsValid(ReadOnlySpan<int> digits)
    {
        int odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
        int even = digits[1] + digits[3] + digits[5] + digits[7];
        int tenth = ((7 * odd) - even) % 10;
        return digits[0] != 0
            && digits[9] == (tenth + 10) % 10
            && digits[10] == (odd + even + digits[9]) % 10;
    }
}
