using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;

namespace Reports.Charts;

/// <summary>Charts of a release, one for each table that the bulletin has drawn.</summary>
public static class ReleaseCharts
{
    /// <summary>Ids of the tables that have a chart, in printed order.</summary>
    public static IReadOnlyList<string> IdsOf(Release release, BulletinDefinition bulletin) =>
        [.. ReportSource.Of(release, bulletin, []).Tables.Where(t => t.HasChart).Select(t => t.Id)];

    /// <summary>The chart of a table as SVG (UTF-8); null where it has none.</summary>
    public static byte[]? Svg(Release release, BulletinDefinition bulletin, string id, Language language) =>
        Find(release, bulletin, id, language) is { } model ? ChartPicture.Svg(model) : null;

    /// <summary>The chart of a table as PNG, 1280 × 720; null where it has none.</summary>
    public static byte[]? Png(Release release, BulletinDefinition bulletin, string id, Language language) =>
        Find(release, bulletin, id, language) is { } model ? ChartPicture.Png(model) : null;

    /// <summary>The words that stand for the chart; null where the table has none.</summary>
    public static string? Words(Release release, BulletinDefinition bulletin, string id, Language language) =>
        Find(release, bulletin, id, language)?.AltText;

    private static ChartModel? Find(Release release, BulletinDefinition bulletin, string id, Language language)
    {
        var source = ReportSource.Of(release, bulletin, []);
        var table = source.Tables.FirstOrDefault(t => t.HasChart && string.Equals(t.Id, id, StringComparison.Ordinal));
        return table is null ? null : ChartModelBuilder.Build(source, table, language);
    }
}
