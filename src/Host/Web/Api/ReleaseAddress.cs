using Host.Web.Site;
using Publication.Releases;

namespace Host.Web.Api;

/// <summary>A release by the name that an address gives it.</summary>
/// <param name="Release">The release.</param>
/// <param name="IsPermanent">The name is that of this release and will never mean another.</param>
internal sealed record ReleaseAddress(Release Release, bool IsPermanent)
{
    /// <summary>The newest quarter; the newest year where no quarter is published.</summary>
    public const string Latest = "latest";

    /// <param name="edition">What is published.</param>
    /// <param name="name">The id of a release, a period (its newest release), or <see cref="Latest"/>.</param>
    public static ReleaseAddress? Find(SiteEdition edition, string name)
    {
        if (edition.Find(name) is { } release)
        {
            return new ReleaseAddress(release, IsPermanent: true);
        }

        var newest = ReleasePeriod.TryParse(name, out var period) ? edition.NewestOf(period)
            : string.Equals(name, Latest, StringComparison.Ordinal) ? edition.LatestQuarter ?? edition.LatestYear
            : null;
        return newest is null ? null : new ReleaseAddress(newest, IsPermanent: false);
    }
}
