using System.Globalization;

namespace Ingest.Catalogue;

/// <summary>Instants and days as the catalogue writes them: UTC, round trip, in an order that is the order of time.</summary>
internal static class CatalogueTime
{
    private const string Day = "yyyy-MM-dd";

    public static string Write(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static string? Write(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static DateOnly ReadDay(string text) => DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);
}
