using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Publishing;

/// <summary>A quarter of three persons, each of whom has come, was helped and has left: nothing of it can be published. That is a result, told step by step, and nothing public is written.</summary>
public sealed class NothingSafeTests
{
    [Fact]
    public async Task QuarterOfThreePersons_IsRefusedTableByTable()
    {
        using var site = Site.New();
        using (var desk = site.Open(new SiteClock("2025-04-10T09:00:00Z")))
        {
            using var file = new MemoryStream(AgencyFile.Text(AgencyFile.Rows(3).Select(r => r.Replace(";H;;", ";E;20.03.2025;", StringComparison.Ordinal)).ToArray()));
            Assert.True((await desk.Door.TakeAsync(Site.Partners[0].Id, file, TestContext.Current.CancellationToken)).Succeeded(out var answer, out _) && answer.IsAccepted);
        }

        var process = site.Process("drafter").With("LANG", "C.UTF-8").With("LC_ALL", "C.UTF-8");
        Assert.True(await process.RunAsync("release", "2025-Q1", "--as", "drafter", "--lang", "en") == 4, process.Output + process.Error);

        Assert.Empty(process.Output);
        string[] tables = ["identified", "sectors", "sectors-by-group", "forms"];
        Assert.All(tables, table => Assert.Contains(process.Error.Split('\n'), line => line.Contains(table, StringComparison.Ordinal)));
        Assert.Contains("withh", process.Error, StringComparison.Ordinal);
        Assert.Matches(@"sectors: as declared \(would show at most [0-9]+\s?% of persons\)", process.Error);
        Assert.False(Directory.Exists(site.Published) && Directory.EnumerateFileSystemEntries(site.Published).Any());
        using var again = site.Open(new SiteClock("2025-04-21T09:00:00Z"));
        Assert.Empty(again.Installation.Drafts.Open());
    }
}
