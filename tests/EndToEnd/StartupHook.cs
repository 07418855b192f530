using System.Diagnostics;

/// <summary>
/// Loaded by the runtime into the real program (DOTNET_STARTUP_HOOKS): ends the process without warning as soon as a named step of an intake, a draft, a
/// publication or another piece of work is done. The program itself knows nothing of it; it only tells its tracer which step it has reached.
/// </summary>
// The runtime looks for a type of this name outside any namespace.
#pragma warning disable CA1050
public static class StartupHook
#pragma warning restore CA1050
{
    public const string Variable = "REPORTING_TEST_KILL_AT";

    public static void Initialize()
    {
        var step = Environment.GetEnvironmentVariable(Variable);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Reporting.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (activity.OperationName == step)
                {
                    Process.GetCurrentProcess().Kill();
                    Thread.Sleep(Timeout.Infinite);
                }
            },
        });
    }
}
