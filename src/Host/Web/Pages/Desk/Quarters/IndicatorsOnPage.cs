using Host.Quarters;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>Indicators that are left out of a period, on one of its pages.</summary>
/// <param name="Page">The page.</param>
/// <param name="Incomplete">The indicators.</param>
internal sealed record IndicatorsOnPage(QuarterPage Page, IReadOnlyList<IncompleteIndicator> Incomplete)
{
    /// <summary>Id of what stands above their table.</summary>
    public string Heading { get; init; } = "indicators";

    /// <summary>Where a quarter says what came in and how long it stays open; null on that page itself.</summary>
    public string? PlaceOf(string quarter) => Page is QuarterModel && quarter == Page.Period.ToString() ? null : $"/{Page.Tongue}/desk/quarters/{quarter}#indicators";
}
