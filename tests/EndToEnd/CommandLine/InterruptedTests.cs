using System.Diagnostics;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.CommandLine;

public sealed class InterruptedTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_EndsWith130_AndLeavesNoHalfFile(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Signals of Unix only.");
        }

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

    [Fact]
    public async Task Work_StopsWhenAsked_With130()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Signals of Unix only.");
        }

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
}
