using System.Globalization;

namespace Ingest.Catalogue;

/// <summary>The number of a withdrawal of consent, <c>W000003</c> on paper.</summary>
public readonly record struct ConsentId(long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"W{Number:D6}");
}
