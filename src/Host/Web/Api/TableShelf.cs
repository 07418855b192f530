using System.Collections.Concurrent;
using Host.Web.Site;
using Publication.Releases;
using Publication.Tables;
using Reports.Files;

namespace Host.Web.Api;

/// <summary>Tables of releases in every format. Each is written when it is first asked for and kept: there are only so many, and a release does not change.</summary>
internal sealed class TableShelf
{
    private readonly ConcurrentDictionary<(string Release, string Table, TableFormat Format, Language Language), Lazy<Representation?>> _kept = [];

    /// <summary>Null where the release has no such table.</summary>
    public Representation? Find(SiteEdition edition, Release release, string table, TableFormat format, Language language) =>
        release.Content.FindTable(table) is null
            ? null
            : _kept.GetOrAdd((release.Content.Header.Id, table, format, language), _ => new(() => Write(edition, release, table, format, language))).Value;

    private static Representation? Write(SiteEdition edition, Release release, string table, TableFormat format, Language language)
    {
        var bulletin = SiteEdition.DefinitionOf(release);
        var content = format == TableFormat.Csv ? TableFiles.Csv(release, bulletin, table)
            : format == TableFormat.Json ? TableFiles.Json(release, bulletin, table, language)
            : TableFiles.Workbook(release, bulletin, edition.Before(release), table, language);
        return content is null ? null : Representation.Of(content, format.ContentType);
    }
}
