using System.Globalization;
using System.Text;
using System.Text.Json;
using EndToEnd.Demonstration;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Ingest.Intake;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Programme;

/// <summary>Figures of indicators from a partner's file to the published table.</summary>
public sealed class ProgrammeTablesTests(SampleBulletins bulletins, ApprovedQuarter approved)
{
    private static IReadOnlyList<string[]> Truth { get; } =
        [.. File.ReadAllLines(Path.Combine(Site.Samples, "truth", "figures.csv")).Skip(1).Select(line => line.Split(','))];

    [Fact]
    public async Task Demo_PrintsWhatPartnersReported()
    {
        await bulletins.PublishedAsync();
        foreach (var period in SampleBulletins.Periods)
        {
            var indicators = Figures(period, "indicators");
            Assert.Equal(9, indicators.Count);
            Assert.All(indicators, row => Assert.Equal(Sum(period, row.Key), row.Value));
            Assert.Equal(Sum(period, "CAL"), Figures(period, "helpline-languages")["Total"]);
            Assert.Equal(Sum(period, "CAL"), Figures(period, "helpline-results")["Total"]);
            Assert.Equal(Sum(period, "SHE"), Figures(period, "shelter")["Total"]);
            Assert.Equal(Sum(period, "AWP") + Sum(period, "TRP"), Figures(period, "audiences")["Total"]);
        }
    }

    [Fact]
    public async Task Demo_ShowsNoSmallCountOfCallersOrResidents_AndEverySmallOneOfActivities()
    {
        await bulletins.PublishedAsync();
        foreach (var period in SampleBulletins.Periods)
        {
            Assert.All(
                new[] { "helpline-languages", "helpline-results", "shelter" }.SelectMany(table => Figures(period, table)),
                row => Assert.False(row.Value is >= 1 and < 5, row.Key));
        }

        Assert.Contains(SampleBulletins.Quarters.Select(quarter => Figures(quarter, "indicators")["WOR"]), value => value is >= 1 and < 5);
    }

    /// <summary>From one release to the next: what is missing is left out, what is corrected before publication counts, afterwards nothing changes.</summary>
    [Fact]
    public async Task Quarter_WithFiguresMissingAndCorrected()
    {
        using var site = approved.Copy();
        var clock = new SiteClock("2025-04-15T09:00:00Z");
        using var desk = site.Open(clock);
        var first = await Take(desk, "GOC", "TRN;2025-Q1;;;;12", "TRP;2025-Q1;Kolluk;;;200", "MEE;2025-Q1;;;;0");
        await Take(desk, "STK", "AWE;2025-Q1;;;;9");
        await Take(desk, "HAT", "CAL;2025-Q1;;Türkçe;INF;60", "CAL;2025-Q1;;Arapça;INF;3");
        clock.Set("2025-04-21T09:00:00Z");
        await Take(desk, "UOK", "AWE;2025-Q1;;;;7");

        // A correction after the cut-off, before publication.
        using (var file = FileOf("TRN;2025-Q1;;;;11", "TRP;2025-Q1;Kolluk;;;200", "MEE;2025-Q1;;;;0"))
        {
            Assert.IsType<IntakeOutcome.Accepted>(await desk.Intake.IngestAsync(
                file, new PartnerId("GOC"), new IntakeOptions { Replaces = first, Reason = "one was postponed" }, TestContext.Current.CancellationToken));
        }

        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 1), "drafter", TestContext.Current.CancellationToken)).Succeeded(out var draft, out var failure), failure?.Code);
        var tables = draft.Release.Content.Tables;
        Assert.Equal(["MEE 0", "TRN 11", "TRP 200"], Cells(tables.Single(t => t.Design.Id == "indicators")));
        Assert.DoesNotContain(tables, t => t.Design.Id is "audiences" or "shelter");

        // Three callers speak Arabic: their language is told with others, or not at all.
        var languages = Cells(tables.Single(t => t.Design.Id == "helpline-languages"));
        Assert.Contains("Total 63", languages);
        Assert.All(languages, cell => Assert.DoesNotMatch("^ARA [0-9]|^TUR [0-9]", cell));
    }

    private static string[] Cells(Publication.Tables.PublishedTable table) =>
        [.. table.Design.Axes[0].Rows.Select((row, r) => $"{row.Code} {(table.Cells[r].IsShown ? table.Cells[r].Value.ToString(CultureInfo.InvariantCulture) : "c")}").Order(StringComparer.Ordinal)];

    private static MemoryStream FileOf(params string[] rows) =>
        new(Encoding.UTF8.GetBytes("Gösterge;Dönem;Hedef kitle;Dil;Çağrının sonucu;Değer\n" + string.Concat(rows.Select(row => row + "\n"))));

    private static async Task<Ingest.Catalogue.UploadId> Take(ReleaseDesk desk, string partner, params string[] rows)
    {
        using var file = FileOf(rows);
        Assert.True((await desk.Door.TakeAsync(partner, file, TestContext.Current.CancellationToken)).Succeeded(out var answer, out _));
        Assert.True(answer.IsAccepted, answer.Text);
        using var receipt = JsonDocument.Parse(answer.Json);
        Assert.Equal("figures", receipt.RootElement.GetProperty("content").GetString());
        Assert.True(Ingest.Catalogue.UploadId.TryParse(receipt.RootElement.GetProperty("upload").GetString(), out var id));
        return id;
    }

    private Dictionary<string, int?> Figures(string period, string table) =>
        File.ReadAllLines(Path.Combine(bulletins.Out, "published", period, table + ".csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(row => row[1], row => row[2].Length == 0 ? (int?)null : int.Parse(row[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static int Sum(string period, string indicator) =>
        Truth.Where(row => row[0].StartsWith(period, StringComparison.Ordinal) && row[1] == indicator).Sum(row => int.Parse(row[4], CultureInfo.InvariantCulture));
}
