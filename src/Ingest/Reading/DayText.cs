namespace Ingest.Reading;

/// <summary>Reads days written <c>yyyy-MM-dd</c> or day first, without making a text of them. Two-digit years are no years.</summary>
internal static class DayText
{
    private const int LongestText = 10;
    private const byte IsoMark = (byte)'-';

    /// <param name="text">The cell.</param>
    /// <param name="dayFirstMark">What stands between day, month and year; 0 if days never stand first.</param>
    /// <param name="day">The day.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, byte dayFirstMark, out (int Year, int Month, int Day) day)
    {
        day = default;
        if (text.Length == LongestText && text[4] == IsoMark && text[7] == IsoMark)
        {
            day = (Four(text), Two(text[5..]), Two(text[8..]));
            return Exists(day);
        }

        if (dayFirstMark == 0 || text.Length is < 8 or > LongestText)
        {
            return false;
        }

        int first = text[1] == dayFirstMark ? 1 : 2;
        int second = text.Length - 5;
        if (text[first] != dayFirstMark || text[second] != dayFirstMark || second - first is not (2 or 3))
        {
            return false;
        }

        day = (Four(text[(second + 1)..]), OneOrTwo(text[(first + 1)..second]), OneOrTwo(text[..first]));
        return Exists(day);
    }

    private static bool Exists((int Year, int Month, int Day) day) =>
        day is { Year: >= 1, Month: >= 1 and <= 12, Day: >= 1 } && (day.Day <= 28 || day.Day <= DateTime.DaysInMonth(day.Year, day.Month));

    private static int OneOrTwo(ReadOnlySpan<byte> text) => text.Length == 1 ? One(text[0]) : Two(text);

    // What is no digit makes the number so small that nothing beside it makes it one.
    private static int Four(ReadOnlySpan<byte> text) => (Two(text) * 100) + Two(text[2..]);

    private static int Two(ReadOnlySpan<byte> text) => (One(text[0]) * 10) + One(text[1]);

    private static int One(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : -1_000_000;
}
