using System.Diagnostics;
using System.Globalization;
using System.Text;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary>The real program, interrupted as by Ctrl-C in the midst of its work: it says so, and leaves nothing half done.</summary>
[Trait("culture", "first")]
public sealed class InterruptedTests(ApprovedQuarter quarter)
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_EndsWith130_AndLeavesNoHalfFile(string signal)
    {
        SkipOnWindows();

        var folder = Directory.CreateTempSubdirectory("reporting-test-").FullName;
        try
        {
            var code = await new ReportingProcess().RunAsync(
                async process =>
                {
                    while (!Directory.EnumerateFileSystemEntries(folder).Any())
                    {
                        await Task.Delay(50);
                    }

                    using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                    await kill.WaitForExitAsync();
                },
                "sample", "--cases", "3000000", "--seed", "1", "--out", Path.Combine(folder, "samples"));
            Assert.Equal(130, code);
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("BatchWritten")]
    [InlineData("TemporaryOpened")]
    public async Task InterruptedIntake_KeepsNothing_AndTheFileIsTakenAfterwards(string step)
    {
        SkipOnWindows();
        using var site = Site.New();
        site.Open(new SiteClock("2025-04-10T09:00:00Z")).Dispose();
        var file = Path.Combine(site.Folder, "export.csv");
        await File.WriteAllBytesAsync(file, AgencyFile.Text(AgencyFile.Rows(12)), TestContext.Current.CancellationToken);
        var interrupted = site.Process().InterruptedAt(step);
        Assert.Equal(ReportingProcess.Interrupted, await interrupted.RunAsync("ingest", file, "--partner", "GOC", "--lang", "en"));
        Assert.Contains("Cancelled", interrupted.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "cases", "cases")));

        var again = site.Process();
        Assert.Equal(0, await again.RunAsync("ingest", file, "--partner", "GOC", "--lang", "en"));
        Assert.StartsWith("Receipt ", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InterruptedDraft_IsNoDraft_AndTheNextOneIsTheFirst()
    {
        SkipOnWindows();
        using var site = quarter.CopyUndrafted();
        Assert.Equal(ReportingProcess.Interrupted, await Release(site).InterruptedAt("DraftCounted").RunAsync("release", SampleQuarter.Period, "--as", "drafter"));
        using (var desk = site.Open(new SiteClock("2025-04-21T09:00:00Z")))
        {
            Assert.Null(desk.Installation.Drafts.Find($"{SampleQuarter.Period}.1"));
        }

        Assert.Equal(0, await Release(site).RunAsync("release", SampleQuarter.Period, "--as", "drafter"));
    }

    [Fact]
    public async Task InterruptedPublication_ShowsNothingHalf_AndIsFinishedByTheNext()
    {
        SkipOnWindows();
        using var site = quarter.Copy();
        Assert.Equal(ReportingProcess.Interrupted, await site.Process("publisher").InterruptedAt("Sealed").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.Published));
        Assert.Equal(0, await site.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Equal([SampleQuarter.Period], Directory.EnumerateFileSystemEntries(site.Published).Select(Path.GetFileName));
    }

    [Fact]
    public async Task InterruptedProtection_WritesNothing()
    {
        SkipOnWindows();
        var folder = Directory.CreateTempSubdirectory("reporting-test-").FullName;
        try
        {
            // Far more than can be protected before the interruption.
            var random = new Random(1);
            var text = new StringBuilder("a,b,c,n\n");
            for (var cell = 0; cell < 80 * 50 * 40; cell++)
            {
                text.Append(CultureInfo.InvariantCulture, $"a{cell % 80},b{cell / 80 % 50},c{cell / 4000},{random.Next(0, 12)}\n");
            }

            var spec = """
                { "schemaVersion": 1,
                  "variables": [ { "name": "a", "role": "identifying" }, { "name": "b", "role": "identifying" }, { "name": "c", "role": "sensitive" } ],
                  "tables": [ { "id": "t", "by": ["a", "b", "c"] } ],
                  "rules": { "k": 5, "level": "band", "zeros": "free", "cost": "value" } }
                """;
            await File.WriteAllTextAsync(Path.Combine(folder, "cells.csv"), text.ToString(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "spec.json"), spec, TestContext.Current.CancellationToken);
            var process = new ReportingProcess().In(folder);
            var code = await process.RunAsync(
                async running =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(4));
                    using var kill = Process.Start("kill", ["-INT", running.Id.ToString(CultureInfo.InvariantCulture)]);
                    await kill.WaitForExitAsync();
                },
                "protect", "--input", "cells.csv", "--count", "n", "--spec", "spec.json", "--out", "protected");
            Assert.True(code == ReportingProcess.Interrupted, process.Error);
            Assert.Equal(["cells.csv", "spec.json"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Work_StopsWhenAsked_With130()
    {
        SkipOnWindows();

        using var site = Site.New();
        var process = site.Process();
        var code = await process.RunAsync(
            async running =>
            {
                while (!File.Exists(Path.Combine(site.Settings.Store.Private, "cases", "catalogue.db")))
                {
                    await Task.Delay(50);
                }

                await Task.Delay(TimeSpan.FromSeconds(2));
                using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync();
            },
            "work", "--lang", "tr");
        Assert.Equal(130, code);
        Assert.Contains("Durduruluyor", process.Error, StringComparison.Ordinal);
    }

    private static ReportingProcess Release(Site site) => site.Process("drafter");

    private static void SkipOnWindows()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Signals of Unix only.");
        }
    }
}
