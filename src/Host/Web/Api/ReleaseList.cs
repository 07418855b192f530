using Host.Web.Site;

namespace Host.Web.Api;

/// <summary>A page of the list of releases, in order of publication: what is on a full page stays there.</summary>
internal sealed record ReleaseList(int SchemaVersion, int Page, int PageSize, int TotalPages, int TotalResults, IReadOnlyList<ReleaseEntry> Releases)
{
    public const int UsualPage = 50;

    public const int LargestPage = 200;

    /// <param name="edition">What is published.</param>
    /// <param name="page">From 1; there is nothing on a page after the last.</param>
    /// <param name="pageSize">From 1 to <see cref="LargestPage"/>.</param>
    public static ReleaseList Of(SiteEdition edition, int page, int pageSize)
    {
        var before = Math.Min((page - 1L) * pageSize, edition.All.Count);
        return new ReleaseList(
            SchemaVersion: 1,
            page,
            pageSize,
            (edition.All.Count + pageSize - 1) / pageSize,
            edition.All.Count,
            [.. edition.All.Skip((int)before).Take(pageSize).Select(r => ReleaseEntry.Of(edition, r))]);
    }
}
