using System.Diagnostics;
using EndToEnd.Architecture;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary>The command as the README types it, not the built program: what it makes lies where it was typed.</summary>
public sealed class RunFromSourceTests
{
    [Fact]
    public async Task DotnetRun_WorksInTheFolderWhereItIsTyped()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-run-");
        try
        {
            string[] words = ["run", "--no-build", "-c", "Release", "--project", Path.Combine(SourceTree.Root, "src", "Host"), "--", "sample", "--cases", "10", "--seed", "1", "--out", "made"];
            var start = new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(process.ExitCode == 0, await error);
            Assert.True(File.Exists(Path.Combine(folder.FullName, "made", "partners.json")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
