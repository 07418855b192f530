using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ingest.Catalogue;

/// <summary>A nil return's number, given by the catalogue; <c>N000007</c> on paper.</summary>
public readonly record struct NilReturnId(long Number)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out NilReturnId id)
    {
        id = default;
        if (text is not ['N', ..] || !long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return false;
        }

        // One spelling only, as for uploads.
        id = new NilReturnId(number);
        return number > 0 && string.Equals(id.ToString(), text, StringComparison.Ordinal);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"N{Number:D6}");
}
