using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>One table of a release as a file of its own. Null where the release has no such table.</summary>
public static class TableFiles
{
    /// <summary>The tidy CSV, the bytes of the published folder's file.</summary>
    public static byte[]? Csv(Release release, BulletinDefinition bulletin, string id)
    {
        var source = ReportSource.Of(release, bulletin, []);
        return Find(source, id) is { } table ? TidyCsv.Write(source.Period, table.Published, table.Declared) : null;
    }

    /// <summary>A JSON-stat 2.0 dataset.</summary>
    public static byte[]? Json(Release release, BulletinDefinition bulletin, string id, Language language)
    {
        var source = ReportSource.Of(release, bulletin, []);
        return Find(source, id) is { } table ? JsonStat.Write(source, table, language) : null;
    }

    /// <summary>A workbook with the cover of the bulletin and the sheets of this table alone.</summary>
    /// <param name="release">Whose table it is.</param>
    /// <param name="bulletin">How it is told.</param>
    /// <param name="earlier">Releases to compare with; later ones are passed over.</param>
    /// <param name="id">Of the table.</param>
    /// <param name="language">Of every text and number.</param>
    public static byte[]? Workbook(Release release, BulletinDefinition bulletin, IReadOnlyList<Release> earlier, string id, Language language)
    {
        var source = ReportSource.Of(release, bulletin, earlier);
        return Find(source, id) is { } table ? Workbooks.WorkbookWriter.Write(source, table, language) : null;
    }

    private static ReportTable? Find(ReportSource source, string id) => source.Tables.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));
}
