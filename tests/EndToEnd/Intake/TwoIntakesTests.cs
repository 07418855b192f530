using System.Globalization;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Intake;

/// <summary>Two processes on one store at the same moment.</summary>
public sealed class TwoIntakesTests
{
    [Fact]
    public async Task SameFileAndOthersAtOnce_EachIsAcceptedOnce()
    {
        using var site = Site.New();
        site.Open(new SiteClock("2025-04-10T09:00:00Z")).Dispose();
        var files = Enumerable.Range(1, 3).Select(i => Path.Combine(site.Folder, string.Create(CultureInfo.InvariantCulture, $"export-{i}.csv"))).ToArray();
        for (var i = 0; i < files.Length; i++)
        {
            await File.WriteAllBytesAsync(files[i], AgencyFile.Text(AgencyFile.Rows(10 + i)), TestContext.Current.CancellationToken);
        }

        // The first file twice; each of the four in a process of its own.
        var runs = files.Append(files[0]).Select(f => (Process: site.Process(), File: f)).ToArray();
        var codes = await Task.WhenAll(runs.Select(r => r.Process.RunAsync("ingest", r.File, "--partner", "GOC", "--lang", "en")));
        Assert.All(runs.Zip(codes), r => Assert.True(r.Second == 0, r.First.Process.Error));
        Assert.Equal(3, runs.Count(r => r.Process.Output.StartsWith("Receipt ", StringComparison.Ordinal)));
        Assert.Single(runs, r => r.Process.Output.StartsWith("This file was accepted before", StringComparison.Ordinal));

        using var desk = site.Open(new SiteClock("2025-04-10T10:00:00Z"));
        Assert.Equal(3, desk.Store.Uploads().Value.Count);
        Assert.Equal(0, desk.Store.FirstBrokenAuditEntry().Value);
        Assert.Null(desk.Installation.Audit.FindBreak());
    }
}
