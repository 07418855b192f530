using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ingest.Catalogue;

/// <summary>An upload's number, given by the catalogue; <c>U000042</c> on paper. Numbers of uploads that failed are never used again.</summary>
public readonly record struct UploadId(long Number)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out UploadId id)
    {
        id = default;
        if (text is not ['U', ..] || !long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return false;
        }

        // One spelling only: U1 and U0000001 are refused.
        id = new UploadId(number);
        return number > 0 && string.Equals(id.ToString(), text, StringComparison.Ordinal);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"U{Number:D6}");
}
