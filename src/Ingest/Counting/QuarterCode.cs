using System.Globalization;
using Ingest.Cases;

namespace Ingest.Counting;

/// <summary>Reads the code of a quarter.</summary>
internal static class QuarterCode
{
    /// <exception cref="ArgumentException">Not of the form <c>2025-Q4</c>.</exception>
    public static short Parse(string code)
    {
        if (code is { Length: 7 }
            && code[4..6] is "-Q"
            && code[6] is >= '1' and <= '4'
            && int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year >= Quarter.FirstYear)
        {
            return Quarter.Pack(year, code[6] - '0');
        }

        throw new ArgumentException("No quarter: yyyy-Qn is expected.", nameof(code));
    }
}
