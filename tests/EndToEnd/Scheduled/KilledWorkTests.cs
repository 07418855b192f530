using System.Diagnostics;
using System.Globalization;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Scheduled;

/// <summary>The real <c>work</c>, ended by SIGKILL while it takes a file from a watched folder, and started again.</summary>
[Trait("culture", "first")]
public sealed class KilledWorkTests
{
    // In the last step but one nothing is accepted yet; after the last all is, and the partner has no answer.
    [Theory]
    [InlineData("RowAdded")]
    [InlineData("Committed")]
    public async Task KilledWhileItTakesAFile_TheNextRunTakesItOnce_AndAnswers(string step)
    {
        using var site = Site.New();
        site.Open(new SiteClock("2025-04-10T09:00:00Z")).Dispose();
        var folder = Directory.CreateDirectory(Path.Combine(site.Incoming, "GOC")).FullName;
        var file = Path.Combine(folder, "march.csv");
        await File.WriteAllBytesAsync(file, AgencyFile.Text(AgencyFile.Rows(12)), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file + ".ready", "", TestContext.Current.CancellationToken);

        Assert.Equal(ReportingProcess.Killed, await site.Process().KilledAt(step).RunAsync("work"));
        Assert.True(File.Exists(file));
        Assert.False(Directory.Exists(Path.Combine(folder, "accepted")));

        var work = site.Process();
        var code = await work.RunAsync(
            async running =>
            {
                for (var i = 0; i < 600 && File.Exists(file + ".ready") && !running.HasExited; i++)
                {
                    await Task.Delay(100);
                }

                using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync();
            },
            "work");
        Assert.Equal(130, code);
        Assert.Equal(["accepted"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
        Assert.Equal(
            ["march.csv.report.json", "march.csv.report.txt"], Directory.EnumerateFiles(Path.Combine(folder, "accepted")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var desk = site.Open(new SiteClock("2025-04-10T10:00:00Z"));
        Assert.Equal(12, Assert.Single(desk.Store.Uploads().Value).Receipt.RowsAccepted);
    }
}
