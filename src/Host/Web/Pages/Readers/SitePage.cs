using Host.Web.Headers;
using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.OutputCaching;
using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>A page for everybody: it has an edition of what is published, and is kept until the ledger grows.</summary>
[OutputCache(PolicyName = LedgerPolicy.Name)]
internal abstract class SitePage(PublishedSite site, SiteTexts texts) : PageInLanguage(texts)
{
    public SiteEdition Edition { get; } = site.Current();

    /// <summary>The period of a figure, so that a year's figure is not taken for a quarter's.</summary>
    public string PeriodOf(CategoryPoint point) => point.Period.IsYear ? this["WholeYear"].Replace("{year}", point.PeriodName, StringComparison.Ordinal) : point.PeriodName;
}
