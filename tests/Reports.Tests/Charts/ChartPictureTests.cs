using System.Text;
using System.Xml.Linq;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Charts;
using Reports.Files;
using Reports.Tests.Samples;
using Reports.Tests.Workbooks;
using SkiaSharp;

namespace Reports.Tests.Charts;

public sealed class ChartPictureTests
{
    private static readonly string[] QuarterCharts = ["identified", "sectors", "sectors-by-group", "forms", "age", "services"];

    [Fact]
    public void Svg_IsSafeToPublishAndSpeaks()
    {
        foreach (var id in QuarterCharts)
        {
            var chart = new DrawnChart(SomeWorkbook.Source("quarter"), id, Language.Tr);
            var text = Encoding.UTF8.GetString(chart.Bytes);

            Assert.Equal("img", (string?)chart.Root.Attribute("role"));
            Assert.Equal("tr", (string?)chart.Root.Attribute(XNamespace.Xml + "lang"));
            Assert.True(chart.Title.Length > 10 && chart.Description.Length > 30);
            var ids = chart.Root.Descendants().Attributes("id").Select(a => a.Value).ToArray();
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.All(ids, i => Assert.StartsWith($"{id}-", i, StringComparison.Ordinal));
            Assert.All(chart.Uses, u => Assert.Contains(u, ids));
            foreach (var unwanted in new[] { "<script", "href=\"http", "href=\"/", "<image", "<text", "url(", "font-family", "<foreignObject", "clip" })
            {
                Assert.DoesNotContain(unwanted, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Bars_BeginAtZeroAndAreAsLongAsTheirFigures()
    {
        foreach (var id in QuarterCharts)
        {
            var chart = new DrawnChart(SomeWorkbook.Source("quarter"), id, Language.En);
            var figures = chart.Model.Panels.SelectMany(p => p.Figures).Where(f => f.IsShown && f.Value > 0).Select(f => (double)f.Value).ToArray();

            Assert.Equal(figures.Length, chart.Bars.Count);
            var unit = chart.Bars[0].Width / figures[0];
            Assert.All(chart.Bars.Zip(figures), b => Assert.Equal(b.Second * unit, b.First.Width, tolerance: 0.1));
            Assert.Equal(chart.Model.Panels.Count(p => p.Figures.Any(f => f.IsShown && f.Value > 0)), chart.Bars.Select(b => b.X).Distinct().Count());
        }
    }

    [Fact]
    public void EveryHiddenFigure_IsABandAndNothingElse()
    {
        foreach (var id in QuarterCharts)
        {
            var chart = new DrawnChart(SomeWorkbook.Source("quarter"), id, Language.En);

            Assert.Equal(chart.Model.Panels.SelectMany(p => p.Figures).Count(f => f.State == CellState.Hidden), chart.Bands);
        }
    }

    [Fact]
    public void CrossedTable_ShowsTheTotalOfItsRowsFirst()
    {
        var panels = new DrawnChart(SomeWorkbook.Source("quarter"), "sectors-by-group", Language.En).Model.Panels;

        Assert.Equal(["Total", "Women", "Men", "Children", "Other or unknown"], panels.Select(p => p.Heading));
        Assert.All(panels[0].Figures, f => Assert.True(f.IsShown));
    }

    [Fact]
    public void Description_CountsWhatThePictureHides()
    {
        foreach (var id in QuarterCharts)
        {
            var chart = new DrawnChart(SomeWorkbook.Source("quarter"), id, Language.En);

            Assert.Equal(chart.Bands > 0, chart.Description.Contains($"Figures hidden to protect persons: {chart.Bands};", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void SmallFigureBesideHidden_DoesNotFillTheScale()
    {
        var chart = new DrawnChart(SomeWorkbook.Source("quarter"), "age", Language.En);

        Assert.True(Assert.Single(chart.Bars).Width < ChartCanvas.Width * 0.15);
    }

    [Fact]
    public void Rows_FallInSizeWithResidualsAndHiddenLast()
    {
        var services = new DrawnChart(SomeWorkbook.Source("quarter"), "services", Language.En).Model.Panels[0].Figures;
        var sectors = new DrawnChart(SomeWorkbook.Source("quarter"), "sectors", Language.En).Model.Rows;

        Assert.Equal(services.TakeWhile(f => f.IsShown).OrderByDescending(f => f.Value), services.TakeWhile(f => f.IsShown));
        Assert.All(services.SkipWhile(f => f.IsShown), f => Assert.False(f.IsShown));
        Assert.Equal("Other, unknown, no sector", sectors[^1]);
    }

    [Fact]
    public void Foot_NamesSourceCutOffAndMeaningOfHatching()
    {
        var foot = string.Join(' ', new DrawnChart(SomeWorkbook.Source("quarter"), "age", Language.Tr).Model.Foot);

        Assert.Contains("Ulusal Eylem Planı İstatistik Birimi", foot, StringComparison.Ordinal);
        Assert.Contains("20 Ocak 2026", foot, StringComparison.Ordinal);
        Assert.Contains("[c] taralı", foot, StringComparison.Ordinal);
        Assert.DoesNotContain("[c]", string.Join(' ', new DrawnChart(SomeWorkbook.Source("quarter"), "sectors", Language.Tr).Model.Foot), StringComparison.Ordinal);
    }

    [Fact]
    public void Png_IsSixteenToNineAndDrawn()
    {
        using var picture = SKBitmap.Decode(ChartPicture.Png(new DrawnChart(SomeWorkbook.Source("quarter"), "sectors", Language.Tr).Model));

        Assert.Equal((1280, 720), (picture.Width, picture.Height));
        var dark = picture.Pixels.Count(p => p == SKColor.Parse(Palette.Ink));
        Assert.InRange(dark, 10_000, 200_000);
    }

    [Fact]
    public void Draft_IsStamped()
    {
        var draft = new DrawnChart(SomeWorkbook.Source("draft"), "sectors", Language.Tr);
        var release = new DrawnChart(SomeWorkbook.Source("quarter"), "sectors", Language.Tr);

        Assert.Equal("TASLAK", draft.Model.Stamp);
        Assert.Null(release.Model.Stamp);
        Assert.True(draft.Bytes.Length > release.Bytes.Length);
    }

    [Fact]
    public void Series_RunsFromTheOldestPeriodToThisOne()
    {
        var source = SomeWorkbook.Source("quarter with history");

        var model = ChartModelBuilder.BuildSeries(source, source.Tables[0], Language.Tr)!;

        Assert.Equal(["2024 Ç4", "2025 Ç3", "2025 Ç4"], model.Rows);
        Assert.Equal([66m, 68m, 75m], model.Panels[0].Figures.Select(f => f.Value));
        Assert.Null(ChartModelBuilder.BuildSeries(SomeWorkbook.Source("quarter"), SomeWorkbook.Source("quarter").Tables[0], Language.Tr));
    }

    [Fact]
    public void Series_OfFourYearsShowsTheLastTwelveQuarters()
    {
        var earlier = Enumerable.Range(0, 15).Select(i => SomeRelease.Quarter(ReleasePeriod.OfQuarter(2022 + (i / 4), (i % 4) + 1), i - 15));
        var source = ReportSource.Of(SomeRelease.Quarter(ReleasePeriod.OfQuarter(2025, 4)), ShippedBulletins.Quarterly(), [.. earlier]);

        var model = ChartModelBuilder.BuildSeries(source, source.Tables[0], Language.En)!;

        Assert.Equal([.. Enumerable.Range(0, 12).Select(i => 75m - 11 + i)], model.Panels[0].Figures.Select(f => f.Value));
        Assert.Equal(("2023 Q1", "2025 Q4", 12), (model.Rows[0], model.Rows[^1], model.Rows.Count));
    }

    [Fact]
    public void PublicEntry_DrawsWhatTheFolderHolds()
    {
        var release = SomeRelease.Quarter(ReleasePeriod.OfQuarter(2025, 4));
        var bulletin = ShippedBulletins.Quarterly();

        Assert.Equal(QuarterCharts, ReleaseCharts.IdsOf(release, bulletin));
        Assert.Equal(new DrawnChart(SomeWorkbook.Source("quarter"), "sectors", Language.En).Bytes, ReleaseCharts.Svg(release, bulletin, "sectors", Language.En));
        Assert.Null(ReleaseCharts.Svg(release, bulletin, "nowhere", Language.En));
    }

    [Fact]
    public void OneHiddenTable_IsStillDrawn()
    {
        var source = ReportSource.Of(
            SomeRelease.Of(ReleasePeriod.OfQuarter(2025, 4), new SomeTable("sectors").By(SomeLabels.Sector, "AGR", "FSX").Of(null, null, (int?)null)),
            ShippedBulletins.Quarterly(),
            []);

        var chart = new DrawnChart(source, "sectors", Language.En);

        Assert.Empty(chart.Bars);
        Assert.Equal(2, chart.Bands);
        Assert.Equal("Victims by sector", chart.Title);
    }
}
