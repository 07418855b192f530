using EndToEnd.Demonstration;
using EndToEnd.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleBulletins))]

namespace EndToEnd.Demonstration;

/// <summary>What <c>reporting demo</c> publishes from the committed samples: run once, by the real program, for all tests that read it.</summary>
public sealed class SampleBulletins : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reporting-demo-").FullName;
    private readonly Lazy<Task<(int ExitCode, string Output, string Error)>> _run;

    public SampleBulletins() => _run = new(RunAsync);

    public static IReadOnlyList<string> Quarters { get; } = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];

    public static string Year => "2025";

    public static IReadOnlyList<string> Periods { get; } = [.. Quarters, Year];

    public string Out => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Exit code and what was said; runs the program at the first call.</summary>
    public Task<(int ExitCode, string Output, string Error)> PublishedAsync() => _run.Value;

    internal async Task<PublishedFigures> FiguresAsync(string period, string table)
    {
        var run = await PublishedAsync();
        Assert.True(run.ExitCode == 0, run.Error);
        return PublishedFigures.Read(Path.Combine(Out, "published", period), table);
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync()
    {
        var process = new ReportingProcess();
        var code = await process.RunAsync("demo", "--out", Out);
        return (code, process.Output, process.Error);
    }
}
