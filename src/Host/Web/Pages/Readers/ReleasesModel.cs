using Host.Web.Site;
using Host.Web.Wording;
using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>The calendar: what is out, newest first, and the days that are announced.</summary>
internal sealed class ReleasesModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts)
{
    public IReadOnlyList<(Dashboard Release, bool IsCurrent)> Published =>
        [.. Edition.All.Reverse().Select(r => (Edition.DashboardOf(r, Language), Edition.IsCurrent(r)))];

    /// <summary>The next release of each kind, on the day that the newest one of the kind announced.</summary>
    public IReadOnlyList<(string Title, string Day)> Coming =>
    [
        .. new[] { Edition.LatestQuarter, Edition.LatestYear }
            .Where(r => r?.Content.Header.NextPublication is not null)
            .OrderBy(r => r!.Content.Header.NextPublication)
            .Select(r => Edition.DashboardOf(r!, Language))
            .Select(d => (d.Title, d.NextOn!)),
    ];
}
