using EndToEnd.Demonstration;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Publishing;

/// <summary>The same records give the same published bytes, whatever the culture of the machine, its number of processors and the order of the rows.</summary>
public sealed class SameBytesTests(SampleBulletins bulletins)
{
    /// <summary>Four quarters and their year, with everything that is made in parallel, on a machine that has one processor and is Turkish.</summary>
    [Fact]
    [Trait("culture", "first")]
    public async Task YearOnASingleProcessor_HasTheSameFiles()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-single-").FullName;
        try
        {
            var run = await bulletins.PublishedAsync();
            Assert.True(run.ExitCode == 0, run.Error);
            var single = new ReportingProcess().With("DOTNET_PROCESSOR_COUNT", "1").With("LANG", "tr_TR.UTF-8").With("LC_ALL", "tr_TR.UTF-8");
            Assert.True(await single.RunAsync("demo", "--out", Path.Combine(folder, "out")) == 0, single.Error);
            var files = FolderBytes.Of(Path.Combine(bulletins.Out, "published"));
            Assert.Contains(files.Keys, f => f.EndsWith("sectors.csv", StringComparison.Ordinal));
            Assert.Equal(files, FolderBytes.Of(Path.Combine(folder, "out", "published")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task TurkishMachineAndRowsBackwards_GiveTheSameFiles()
    {
        var token = TestContext.Current.CancellationToken;
        using var plain = await PublishedAsync("C.UTF-8", backwards: false, token);
        using var turkish = await PublishedAsync("tr_TR.UTF-8", backwards: true, token);
        var files = FolderBytes.Of(plain.Published);
        Assert.Contains(files.Keys, f => f.EndsWith("sectors.csv", StringComparison.Ordinal));
        Assert.Equal(files, FolderBytes.Of(turkish.Published));
    }

    private static async Task<Site> PublishedAsync(string language, bool backwards, CancellationToken cancellationToken)
    {
        var site = Site.New();
        using (var desk = site.Open(new SiteClock("2025-04-10T09:00:00Z")))
        {
            await SampleQuarter.TakeInAsync(desk, backwards, cancellationToken);
        }

        await Run("drafter", "release", SampleQuarter.Period, "--as", "drafter");
        await Run("approver", "approve", "2025-Q1.1-d1", "--as", "approver");
        await Run("publisher", "publish", "2025-Q1.1", "--as", "publisher");
        return site;

        async Task Run(string user, params string[] arguments)
        {
            var process = site.Process(user).With("LANG", language).With("LC_ALL", language);
            Assert.True(await process.RunAsync(arguments) == 0, process.Error);
        }
    }
}
