using System.Diagnostics;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary>What is seen while somebody waits: a bar on a terminal, a line for each new thing elsewhere, nothing when quiet; results are never mixed with it.</summary>
[Trait("culture", "first")]
public sealed class ProgressTests(ApprovedQuarter quarter)
{
    [Fact]
    public async Task NoTerminal_ALineForEachStage_OnStandardErrorOnly()
    {
        using var site = quarter.CopyUndrafted();
        var process = site.Process("drafter");
        Assert.Equal(0, await process.RunAsync("release", SampleQuarter.Period, "--as", "drafter", "--lang", "en", "--format", "json"));
        Assert.Equal(
            [$"Drafting {SampleQuarter.Period}…", "Counting…", "Choosing the rows of the tables…", "Choosing what to hide…", "Verifying…"],
            process.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("{", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_NothingAtAll()
    {
        using var site = quarter.CopyUndrafted();
        var process = site.Process("drafter");
        Assert.Equal(0, await process.RunAsync("release", SampleQuarter.Period, "--as", "drafter", "--quiet"));
        Assert.Equal("", process.Error);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("--quiet", false)]
    [InlineData("--no-color", false)]
    public async Task Terminal_ABarWithPercent_UnlessToldNotTo(string option, bool isBar)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Skip("needs a terminal: apt-get install -y bsdutils");
        }

        var folder = Directory.CreateTempSubdirectory("reporting-test-").FullName;
        try
        {
            var start = new ProcessStartInfo(
                "/usr/bin/script",
                ["-qec", $"dotnet '{ReportingProcess.Program}' sample --cases 60000 --seed 1 --out '{folder}/samples' --lang en {option}", "/dev/null"])
            {
                RedirectStandardOutput = true,
                RedirectStandardInput = true,
            };
            start.Environment["TERM"] = "xterm-256color";
            start.Environment.Remove("NO_COLOR");
            using var process = Process.Start(start)!;
            var shown = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, shown);
            Assert.Equal(isBar, shown.Contains("Writing exports…", StringComparison.Ordinal) && shown.Contains('%', StringComparison.Ordinal));
            Assert.Contains("60000", shown, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
