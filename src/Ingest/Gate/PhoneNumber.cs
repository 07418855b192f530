namespace Ingest.Gate;

/// <summary>A telephone number: international with a plus sign, or Turkish with or without the leading zero.</summary>
internal static class PhoneNumber
{
    public static bool Occurs(ReadOnlySpan<char> text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            bool begins = text[start] == '+' || char.IsAsciiDigit(text[start]);
            if (begins && (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && BeginsAt(text[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsAt(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[16];
        int count = 0;
        int i = text[0] == '+' ? 1 : 0;
        for (; i < text.Length && count < digits.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits[count++] = c;
            }
            else if (c is not (' ' or '-' or '(' or ')' or '.'))
            {
                break;
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        return text[0] == '+'
            ? count is >= 10 and <= 15
            : (count == 12 && number.StartsWith("90"))
                || (count == 11 && number[0] == '0' && number[1] is >= '2' and <= '5')
                || (count == 10 && number[0] == '5')
                || (count is >= 12 and <= 15 && number.StartsWith("00"));
    }
}
