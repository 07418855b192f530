using Host.Web.Site;
using Host.Web.Wording;

namespace Host.Web.Pages.Readers;

/// <summary>What is not there.</summary>
internal sealed class MissingModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts);
