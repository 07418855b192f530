using Host.Web.Site;
using Publication.Releases;
using Publication.Tables;

namespace Host.Web.Api;

/// <summary>A release in the list.</summary>
internal sealed record ReleaseEntry(
    string Id,
    string Href,
    string Period,
    Text Title,
    DateOnly Published,
    DateOnly CutOff,
    string Status,
    string? Files,
    IReadOnlyList<TableEntry> Tables)
{
    public static ReleaseEntry Of(SiteEdition edition, Release release)
    {
        var header = release.Content.Header;
        return new ReleaseEntry(
            header.Id,
            ReleaseLinks.Of(release),
            header.Period.ToString(),
            header.Title,
            header.PublicationDate,
            header.CutOff,
            ReleaseStatus.Of(edition, release),
            edition.IsCurrent(release) ? $"/files/{header.Period}/release.json" : null,
            [.. release.Content.Tables.Select(t => new TableEntry(t.Design.Id, ReleaseLinks.Of(release, t.Design.Id, TableFormat.Csv)))]);
    }
}
