using Publication.Releases;
using Publication.Tables;
using Reports.Charts;
using Reports.Workbooks;

namespace Reports.Files;

/// <summary>The files of a bulletin, in ordinal order of their paths. Each is made when it is asked for, and does not depend on the others.</summary>
internal static class ReleaseFiles
{
    public static IReadOnlyList<ReportFile> Of(Release release, ReportSource source) =>
        Sorted([
            new ReportFile("release.json", () => ReleaseJson.Write(release)),
            new ReportFile("proof.json", () => release.Proof.Json.ToArray()),
            .. Shared(source)]);

    /// <summary>A draft has no seal and no public proof.</summary>
    public static IReadOnlyList<ReportFile> OfDraft(ReportSource source) => Sorted(Shared(source));

    private static IEnumerable<ReportFile> Shared(ReportSource source)
    {
        yield return new ReportFile("tables.json", () => TablesJson.Write(source.Content, source.Bulletin));
        foreach (var table in source.Tables)
        {
            yield return new ReportFile($"{table.Id}.csv", () => TidyCsv.Write(source.Period, table.Published, table.Declared));
        }

        foreach (var language in new[] { Language.Tr, Language.En })
        {
            yield return new ReportFile(WorkbookWriter.FileName(language), () => WorkbookWriter.Write(source, language));
            foreach (var chart in source.Tables.Where(t => t.HasChart).SelectMany(t => Charts(source, t, language)))
            {
                yield return chart;
            }
        }
    }

    private static IEnumerable<ReportFile> Charts(ReportSource source, ReportTable table, Language language)
    {
        var ending = language == Language.Tr ? "tr" : "en";
        yield return new ReportFile($"charts/{table.Id}.{ending}.svg", () => ChartPicture.Svg(ChartModelBuilder.Build(source, table, language)));
        yield return new ReportFile($"charts/{table.Id}.{ending}.png", () => ChartPicture.Png(ChartModelBuilder.Build(source, table, language)));
        if (ChartModelBuilder.BuildSeries(source, table, language) is { } series)
        {
            yield return new ReportFile($"charts/{table.Id}-series.{ending}.svg", () => ChartPicture.Svg(series));
            yield return new ReportFile($"charts/{table.Id}-series.{ending}.png", () => ChartPicture.Png(series));
        }
    }

    private static IReadOnlyList<ReportFile> Sorted(IEnumerable<ReportFile> files) => [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
}
