using Host.Composition;
using Host.Quarters;
using Host.Web.Wording;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>All periods, newest first, each with its state and next step.</summary>
internal sealed class QuartersModel(ReleaseDesk desk, SiteTexts texts) : ReleasePage(desk, texts)
{
    public IReadOnlyList<QuarterLine> Lines => [.. QuarterBoard.Periods(Release).Select(p => QuarterLine.Of(p, Release.Installation))];
}
