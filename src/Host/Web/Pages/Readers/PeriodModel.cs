using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Publication.Releases;

namespace Host.Web.Pages.Readers;

/// <summary>A period by its name leads to its newest release, whose own address stays.</summary>
internal sealed class PeriodModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts)
{
    public IActionResult OnGet(string period) =>
        ReleasePeriod.TryParse(period, out var parsed)
        && (Edition.NewestOf(parsed)?.Content.Header.Id ?? Edition.Withdrawn.LastOrDefault(w => w.Period == parsed)?.Id) is { } id
            ? Redirect($"/{Tongue}/releases/{id}")
            : NotFound();
}
