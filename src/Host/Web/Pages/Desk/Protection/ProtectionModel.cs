using Host.Composition;
using Host.Web.Wording;
using Host.Workflow;

namespace Host.Web.Pages.Desk.Protection;

/// <summary>The drafts that wait, and which of them are held.</summary>
internal sealed class ProtectionModel(ReleaseDesk desk, SiteTexts texts) : GuardianPage(desk, texts)
{
    public HoldRow? HoldOf(DraftRow draft) => Release.Installation.Holds.Find(draft.ReleaseId);
}
