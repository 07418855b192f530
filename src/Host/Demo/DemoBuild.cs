using Host.Composition;
using Host.Outcomes;
using Host.Progressing;

namespace Host.Demo;

/// <summary>Fills a sandbox from an empty installation to published bulletins.</summary>
internal static class DemoBuild
{
    /// <param name="sandbox">Where it is made.</param>
    /// <param name="extent">How much of the samples is published.</param>
    /// <param name="progress">Told of each file and bulletin.</param>
    /// <param name="cancellationToken">Leaves nothing behind when cancelled.</param>
    /// <returns>The periods that are published.</returns>
    public static async Task<Outcome<IReadOnlyList<string>>> RunAsync(DemoSandbox sandbox, DemoExtent extent, IProgress<ProgressStep> progress, CancellationToken cancellationToken)
    {
        var clock = new SampleClock(new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var installation = sandbox.Begin(clock, extent);
        if (!ReleaseDesk.Open(installation).Succeeded(out var desk, out var failure))
        {
            return failure;
        }

        using (desk)
        {
            return await new DemoRun(desk, clock, extent, progress).RunAsync(SamplesFolder.Find(Path.GetDirectoryName(installation.Settings.Store.Private)!, cancellationToken), cancellationToken);
        }
    }
}
