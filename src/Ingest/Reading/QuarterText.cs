using System.Globalization;
using Ingest.Cases;

namespace Ingest.Reading;

/// <summary>Quarters as partners write them: <c>2025-Q4</c>, <c>2025 Ç4</c>, <c>2025/Q4</c>, <c>2025Q4</c>.</summary>
internal static class QuarterText
{
    private const int LastYear = 2200;

    /// <param name="text">Trimmed.</param>
    /// <param name="quarter">Packed.</param>
    public static bool TryRead(string text, out short quarter)
    {
        quarter = Quarter.None;
        if (text.Length is < 6 or > 7
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || year is < Quarter.FirstYear or > LastYear
            || text[^2] is not ('Q' or 'q' or 'Ç' or 'ç')
            || text[^1] is < '1' or > '4'
            || (text.Length == 7 && text[4] is not ('-' or ' ' or '/')))
        {
            return false;
        }

        quarter = Quarter.Pack(year, text[^1] - '0');
        return true;
    }
}
