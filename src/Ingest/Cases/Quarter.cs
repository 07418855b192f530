using System.Globalization;

namespace Ingest.Cases;

/// <summary>
/// A calendar quarter, or none, packed in a <see cref="short"/>: (year − 1900) × 4 + (quarter − 1), −1 for none.
/// The order of the packed values is the order of time.
/// </summary>
internal static class Quarter
{
    public const short None = -1;
    public const int FirstYear = 1900;

    public static short Pack(int year, int quarter) => checked((short)(((year - FirstYear) * 4) + quarter - 1));

    public static short Of(DateOnly day) => Pack(day.Year, ((day.Month - 1) / 3) + 1);

    public static int YearOf(short packed) => FirstYear + (packed >> 2);

    public static int QuarterOf(short packed) => (packed & 3) + 1;

    /// <summary><c>2025-Q4</c>, the code of the variable <c>quarter</c>.</summary>
    public static string CodeOf(short packed) =>
        string.Create(CultureInfo.InvariantCulture, $"{YearOf(packed):D4}-Q{QuarterOf(packed)}");
}
