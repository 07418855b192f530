using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>A table with the page that shows it and the release it is from.</summary>
internal sealed record TableOnPage(SitePage Page, Dashboard Release, DashboardTable Table)
{
    /// <summary>Where the files of the table's period are.</summary>
    public string Files => $"/files/{Release.Period}";

    public string Chart(string ending) => $"{Files}/charts/{Table.Id}.{Page.Tongue}.{ending}";

    public string Series(string ending) => $"{Files}/charts/{Table.Id}-series.{Page.Tongue}.{ending}";
}
