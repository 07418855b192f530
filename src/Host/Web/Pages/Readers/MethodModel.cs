using Host.Web.Site;
using Host.Web.Wording;

namespace Host.Web.Pages.Readers;

/// <summary>How the figures are made, and what they are not.</summary>
internal sealed class MethodModel(PublishedSite site, SiteTexts texts) : SitePage(site, texts)
{
    /// <summary>Keys of the parts, in the order in which they are read.</summary>
    public IReadOnlyList<string> Parts { get; } = ["MethodWho", "MethodCount", "MethodLimits", "MethodProtect", "MethodHidden", "MethodPooled", "MethodCheck", "MethodCoarse"];
}
