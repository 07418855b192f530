using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Publication.Releases;
using Reports.Dashboards;
using Reports.Wording;

namespace Host.Web.Pages.Readers;

/// <summary>One release for good: this address always shows the same figures, and says whether they still are the newest.</summary>
internal sealed class ReleaseModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts)
{
    public Dashboard? Dashboard { get; private set; }

    public bool IsCurrent { get; private set; }

    /// <summary>What stands in the place of a release that was taken back; null for any other.</summary>
    public WithdrawnRelease? Withdrawn { get; private set; }

    /// <summary>Paragraphs of its commentary.</summary>
    public IReadOnlyList<string> Commentary { get; private set; } = [];

    /// <summary>Corrections of the commentary, newest first.</summary>
    public IReadOnlyList<TextCorrection> Corrections { get; private set; } = [];

    /// <summary>The one table that was asked for; null for all.</summary>
    public string? Table { get; private set; }

    /// <summary>Every period that something is published of, newest first, a year before its quarters.</summary>
    public IEnumerable<(ReleasePeriod Period, string Name)> Choices =>
        Edition.Newest.Select(r => r.Content.Header.Period).OrderByDescending(p => p.Year).ThenByDescending(p => p.IsYear).ThenByDescending(p => p).Select(p => (p, Periods.Name(p, Language)));

    public IEnumerable<DashboardTable> Shown => Dashboard!.FindTable(Table ?? "") is { } one ? [one] : Dashboard.Tables;

    /// <param name="id">Of a release.</param>
    /// <param name="table">Of the one table to show.</param>
    /// <param name="period">Another period leads to its newest release.</param>
    public IActionResult OnGet(string id, string? table, string? period)
    {
        if (ReleasePeriod.TryParse(period, out var other) && Edition.NewestOf(other) is { } newest && !id.StartsWith($"{other}.", StringComparison.Ordinal))
        {
            return Redirect($"/{Tongue}/releases/{newest.Content.Header.Id}{(string.IsNullOrEmpty(table) ? "" : $"?table={Uri.EscapeDataString(table)}")}");
        }

        if (Edition.Find(id) is not { } release)
        {
            Withdrawn = Edition.Withdrawn.FirstOrDefault(w => w.Id == id);
            return Withdrawn is null ? NotFound() : Page();
        }

        Dashboard = Edition.DashboardOf(release, Language);
        IsCurrent = Edition.IsCurrent(release);
        var written = Edition.TextsOn(release);
        Commentary = written.Standing(Language);
        Corrections = written.History(Language);
        Table = table;
        return Page();
    }
}
