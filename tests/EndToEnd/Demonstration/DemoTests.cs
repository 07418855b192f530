using EndToEnd.Support;
using Reports.Tests.Workbooks;
using Xunit;

namespace EndToEnd.Demonstration;

/// <summary>
/// The demonstration as a newcomer runs it, and the floors of what it must show: safe and useless would be easy. Computed from the published
/// files, as a reader would.
/// </summary>
public sealed class DemoTests(SampleBulletins bulletins)
{
    private const double Slack = 0.15;

    [Fact]
    public async Task Demo_PublishesFourQuartersAndTheYearAndSaysWhatToOpen()
    {
        var run = await bulletins.PublishedAsync();

        Assert.True(run.ExitCode == 0, run.Error);
        foreach (var period in SampleBulletins.Periods)
        {
            var folder = Path.Combine(bulletins.Out, "published", period);
            string[] expected = ["bulletin.en.xlsx", "bulletin.tr.xlsx", "proof.json", "release.json", "sectors.csv", "tables.json"];
            Assert.All(expected, f => Assert.True(File.Exists(Path.Combine(folder, f)), f));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "charts"), "sectors.*.svg"));
        }

        var told = run.Output.TrimEnd().Split('\n')[^5..];
        Assert.All(SampleBulletins.Periods, p => Assert.Contains(p, told[0], StringComparison.Ordinal));
        Assert.EndsWith(Path.Combine(bulletins.Out, "published"), told[1].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith(Path.Combine(bulletins.Out, "private"), told[2].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("verify", told[3], StringComparison.Ordinal);
        var first = told[4].Trim().Split(' ')[^1];
        Assert.EndsWith(".xlsx", first, StringComparison.Ordinal);
        Assert.True(File.Exists(first), first);
    }

    /// <summary>What the databases hold by the hundred: names of partners and users, ids of drafts, the language of SQLite itself.</summary>
    [Fact]
    public async Task NothingInThePrivateFolder_IsInClear()
    {
        await bulletins.PublishedAsync();
        var files = Directory.GetFiles(Path.Combine(bulletins.Out, "private"), "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.EndsWith("workflow.db", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith("catalogue.db", StringComparison.Ordinal));
        string[] canaries = ["SQLite format 3", "CREATE TABLE", "2025-Q4.1-d1", "drafter", "approver", "schemaVersion", "Sığınma"];
        var found =
            from file in files
            let bytes = File.ReadAllBytes(file)
            from canary in canaries
            where bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(canary)) >= 0
            select $"{file}: {canary}";
        Assert.Empty(found);
    }

    /// <summary>The rules of a good workbook, held by the files that are published and not only by made-up ones.</summary>
    [Fact]
    public async Task Workbooks_AreAsTheContractSays()
    {
        await bulletins.PublishedAsync();
        foreach (var file in SampleBulletins.Periods.SelectMany(p => Directory.EnumerateFiles(Path.Combine(bulletins.Out, "published", p), "bulletin.*.xlsx")))
        {
            var language = file.EndsWith(".tr.xlsx", StringComparison.Ordinal) ? "tr-TR" : "en-GB";
            Assert.Empty(WorkbookConformance.Check(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), language));
        }
    }

    [Fact]
    public async Task Verify_FindsEveryReleaseWholeWithoutAKey()
    {
        await bulletins.PublishedAsync();
        foreach (var period in SampleBulletins.Periods)
        {
            var verify = new ReportingProcess();
            Assert.True(await verify.RunAsync("verify", Path.Combine(bulletins.Out, "published", period)) == 0, period + verify.Error);
        }
    }

    [Fact]
    public async Task Quarters_ShowSectorsAndFormsAboveTheFloors()
    {
        var (alone, sectors, forms, crossed) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var quarter in SampleBulletins.Quarters)
        {
            var table = await bulletins.FiguresAsync(quarter, "sectors");
            alone.Add(table.Alone);
            sectors.Add(table.Detail);
            forms.Add((await bulletins.FiguresAsync(quarter, "forms")).Detail);
            crossed.Add((await bulletins.FiguresAsync(quarter, "sectors-by-group")).Shown);
        }

        AssertFloor(0.65, alone);
        AssertFloor(0.75, sectors);
        AssertFloor(0.65, forms);
        AssertFloor(0.50, crossed);
    }

    [Fact]
    public async Task Year_ShowsSectorsFormsAndPersonsAboveTheFloors()
    {
        var sectors = await bulletins.FiguresAsync(SampleBulletins.Year, "sectors");
        string[] named = ["AGR", "FSH", "DOM", "TOU", "FSX", "POR", "BEG", "CON", "MAN"];

        Assert.True(sectors.Alone >= 0.85);
        Assert.True(sectors.Rows.Intersect(named).Count() >= 7);
        Assert.True((await bulletins.FiguresAsync(SampleBulletins.Year, "forms")).Alone >= 0.85);
        Assert.True((await bulletins.FiguresAsync(SampleBulletins.Year, "sectors-by-group")).Shown >= 0.65);
        Assert.True((await bulletins.FiguresAsync(SampleBulletins.Year, "sectors-by-person")).Shown >= 0.55);
    }

    [Theory]
    [InlineData("age-by-person", 1)]
    [InlineData("regions-by-form", 0.8)]
    [InlineData("referral-by-status", 1)]
    [InlineData("permits-by-group", 1)]
    [InlineData("outcomes-by-group", 0.75)]
    public async Task Year_CrossesWithoutHidingMuch(string table, double floor) =>
        Assert.True((await bulletins.FiguresAsync(SampleBulletins.Year, table)).Shown >= floor);

    [Fact]
    public async Task Release_ClaimsWhatItsFilesShow()
    {
        foreach (var period in SampleBulletins.Periods)
        {
            var figures = await bulletins.FiguresAsync(period, "sectors");
            var (shown, detail) = PublishedFigures.Claimed(Path.Combine(bulletins.Out, "published", period), "sectors");

            Assert.Equal(figures.Alone, (double)shown!, 3);
            Assert.Equal(figures.Detail, (double)detail!, 3);
            var crossed = await bulletins.FiguresAsync(period, "sectors-by-group");
            var (crossedShown, crossedDetail) = PublishedFigures.Claimed(Path.Combine(bulletins.Out, "published", period), "sectors-by-group");

            Assert.Equal(crossed.ShownInSingleColumns, (double)crossedShown!, 3);
            Assert.Equal(crossed.Detail, (double)crossedDetail!, 3);
        }
    }

    private static void AssertFloor(double floor, List<double> quarters)
    {
        Assert.True(quarters.Average() >= floor);
        Assert.True(quarters.Min() >= floor - Slack);
    }
}
