using Publication.Releases;
using Publication.Tables;

namespace Host.Web.Api;

/// <summary>A table of a release, how much it shows, and where it is in each format.</summary>
internal sealed record TableDetail(
    string Id,
    Text Title,
    int Cells,
    int Hidden,
    decimal? PersonsShownShare,
    decimal? Detail,
    Text Reason,
    string Json,
    string Csv,
    string Xlsx)
{
    public static TableDetail Of(Release release, PublishedTable table) => new(
        table.Design.Id,
        table.Design.Title,
        table.Cells.Count,
        table.HiddenCount,
        table.PersonsShownShare is { } share ? Math.Round(share, 4) : null,
        table.Detail is { } detail ? Math.Round(detail, 4) : null,
        table.Reason,
        ReleaseLinks.Of(release, table.Design.Id, TableFormat.Json),
        ReleaseLinks.Of(release, table.Design.Id, TableFormat.Csv),
        ReleaseLinks.Of(release, table.Design.Id, TableFormat.Xlsx));
}
