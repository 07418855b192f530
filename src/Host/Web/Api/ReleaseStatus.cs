using Host.Web.Site;
using Publication.Releases;

namespace Host.Web.Api;

/// <summary>Whether a release still is the newest of its period.</summary>
internal static class ReleaseStatus
{
    public const string Current = "current";

    public const string Superseded = "superseded";

    public static string Of(SiteEdition edition, Release release) => edition.IsCurrent(release) ? Current : Superseded;
}
