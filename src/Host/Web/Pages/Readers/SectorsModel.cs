using Host.Web.Site;
using Host.Web.Wording;

namespace Host.Web.Pages.Readers;

/// <summary>All sectors, each with its newest figure that can be shown.</summary>
internal sealed class SectorsModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts);
