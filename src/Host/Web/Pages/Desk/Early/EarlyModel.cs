using Host.Composition;
using Host.Web.Pages.Desk.Quarters;
using Host.Web.Wording;

namespace Host.Web.Pages.Desk.Early;

/// <summary>What a pre-release reader may read now.</summary>
internal sealed class EarlyModel(ReleaseDesk desk, SiteTexts texts) : ReleasePage(desk, texts)
{
    public IReadOnlyList<string> Drafts => Release.Installation.EarlyReaders.For(Me);
}
