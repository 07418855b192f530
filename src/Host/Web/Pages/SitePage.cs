using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Publication.Tables;
using Reports.Dashboards;

namespace Host.Web.Pages;

/// <summary>What every page has: an edition of what is published, a language, texts.</summary>
internal abstract class SitePage(PublishedSite site, SiteTexts texts) : PageModel
{
    public SiteEdition Edition { get; } = site.Current();

    public Language Language => ReaderLanguage.Of(Request);

    /// <summary><c>tr</c> or <c>en</c>: also the beginning of every address.</summary>
    public string Tongue => Language == Language.Tr ? "tr" : "en";

    /// <summary>The same page in the other language.</summary>
    public string OtherAddress => ReaderLanguage.OtherAddress(Request);

    public string this[string key] => texts.Of(key, Language);

    /// <summary>The period of a figure, so that a year's figure is not taken for a quarter's.</summary>
    public string PeriodOf(CategoryPoint point) => point.Period.IsYear ? this["WholeYear"].Replace("{year}", point.PeriodName, StringComparison.Ordinal) : point.PeriodName;
}
