namespace Ingest.Reading;

/// <summary>Reads days written <c>yyyy-MM-dd</c> or day first, without making a text of them. Two-digit years are no years.</summary>
internal static class DayText
{
    private const int IsoLength = 10;
    private const byte IsoMark = (byte)'-';

    /// <param name="text">The cell.</param>
    /// <param name="dayFirstMark">What stands between day, month and year; 0 if days never stand first.</param>
    /// <param name="day">The day.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, byte dayFirstMark, out DateOnly day)
    {
        if (text.Length == IsoLength && text[4] == IsoMark && text[7] == IsoMark)
        {
            return TryMake(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]), out day);
        }

        day = default;
        if (dayFirstMark == 0 || text.Length is < 8 or > 10)
        {
            return false;
        }

        int first = text[1] == dayFirstMark ? 1 : text[2] == dayFirstMark ? 2 : 0;
        int second = text.Length - 5;
        return first > 0 && text[second] == dayFirstMark && second - first is 2 or 3
            && TryMake(Digits(text[(second + 1)..]), Digits(text[(first + 1)..second]), Digits(text[..first]), out day);
    }

    private static bool TryMake(int year, int month, int dayOfMonth, out DateOnly day)
    {
        bool exists = year >= 1 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month);
        day = exists ? new DateOnly(year, month, dayOfMonth) : default;
        return exists;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        int number = 0;
        foreach (byte digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
