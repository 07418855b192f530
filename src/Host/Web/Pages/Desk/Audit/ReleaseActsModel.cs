using Host.Composition;
using Host.Web.Wording;
using Host.Workflow;

namespace Host.Web.Pages.Desk.Audit;

/// <summary>Who drafted, approved and published each release.</summary>
internal sealed class ReleaseActsModel(ReleaseDesk desk, SiteTexts texts) : AuditPage(desk, texts)
{
    /// <summary>Newest period first, the steps of each in order of time.</summary>
    public IReadOnlyList<IGrouping<string, ReleaseStep>> Periods { get; private set; } = [];

    protected override string Subject => "releases";

    public void OnGet() =>
        Periods = [.. new ReleaseHistory(Release.Installation.Database).All().GroupBy(s => s.Period, StringComparer.Ordinal).OrderByDescending(p => p.Key, StringComparer.Ordinal)];
}
