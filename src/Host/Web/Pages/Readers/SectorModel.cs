using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>One sector: its newest figure, its figures over time, who its victims are.</summary>
internal sealed class SectorModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts)
{
    public CategoryStory? Story { get; private set; }

    public IActionResult OnGet(string code)
    {
        // Only codes that are published are looked up, so a stranger's addresses fill no memory.
        Story = Edition.Sectors(Language).Any(s => string.Equals(s.Code, code, StringComparison.Ordinal)) ? Edition.StoryOf(code, Language) : null;
        return Story is null ? NotFound() : Page();
    }
}
