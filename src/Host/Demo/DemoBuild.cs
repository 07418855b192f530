using Host.Composition;
using Host.Outcomes;

namespace Host.Demo;

/// <summary>Fills a sandbox from an empty installation to published bulletins.</summary>
internal static class DemoBuild
{
    /// <returns>The periods that are published.</returns>
    public static async Task<Outcome<IReadOnlyList<string>>> RunAsync(DemoSandbox sandbox, IProgress<DemoStep> progress, CancellationToken cancellationToken)
    {
        var clock = new SampleClock(new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var installation = sandbox.Begin(clock);
        if (!ReleaseDesk.Open(installation).Succeeded(out var desk, out var failure))
        {
            return failure;
        }

        using (desk)
        {
            return await new DemoRun(desk, clock, progress).RunAsync(SamplesFolder.Find(installation.Settings.Store.Private, cancellationToken), cancellationToken);
        }
    }
}
