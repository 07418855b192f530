using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>A table with the page that shows it and the release it is from.</summary>
/// <param name="Page">The page.</param>
/// <param name="Release">The release, or the draft of one.</param>
/// <param name="Table">The table.</param>
/// <param name="DraftFiles">Where the files of a draft are; null for a release.</param>
internal sealed record TableOnPage(PageInLanguage Page, Dashboard Release, DashboardTable Table, string? DraftFiles = null)
{
    /// <summary>Where the files of the table's period are.</summary>
    public string Files => DraftFiles ?? $"/files/{Release.Period}";

    public string Chart(string ending) => $"{Files}/charts/{Table.Id}.{Page.Tongue}.{ending}";

    public string Series(string ending) => $"{Files}/charts/{Table.Id}-series.{Page.Tongue}.{ending}";
}
