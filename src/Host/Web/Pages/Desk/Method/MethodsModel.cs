using Host.Composition;
using Host.Web.Wording;
using Host.Workflow;

namespace Host.Web.Pages.Desk.Method;

/// <summary>The drafts that wait, and what the methodologist said of them.</summary>
internal sealed class MethodsModel(ReleaseDesk desk, SiteTexts texts) : GuardianPage(desk, texts)
{
    public OpinionRow? OpinionOn(DraftRow draft) => Release.Installation.Opinions.Last(draft.DraftId);
}
