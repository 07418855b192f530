using Host.Web.Site;
using Host.Web.Wording;
using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>The first page: the newest quarter in words, then sectors.</summary>
internal sealed class HomeModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts)
{
    public Dashboard? Quarter => (Edition.LatestQuarter ?? Edition.LatestYear) is { } release ? Edition.DashboardOf(release, Language) : null;

    public Dashboard? Year => Edition.LatestYear is { } release ? Edition.DashboardOf(release, Language) : null;
}
