using System.Diagnostics;
using System.Globalization;

/// <summary>
/// Loaded by the runtime into the real program (DOTNET_STARTUP_HOOKS): ends the process without warning, or interrupts it as Ctrl-C would, as soon as a named
/// step of an intake, a draft, a publication or another piece of work is done. The program itself knows nothing of it; it only tells its tracer which step it has reached.
/// </summary>
// The runtime looks for a type of this name outside any namespace.
#pragma warning disable CA1050
public static class StartupHook
#pragma warning restore CA1050
{
    public const string Variable = "REPORTING_TEST_KILL_AT";
    public const string InterruptVariable = "REPORTING_TEST_INTERRUPT_AT";

    public static void Initialize()
    {
        var step = Environment.GetEnvironmentVariable(Variable);
        var interruptAt = Environment.GetEnvironmentVariable(InterruptVariable);
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

                if (activity.OperationName == interruptAt)
                {
                    using var kill = Process.Start("kill", ["-INT", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
                    kill.WaitForExit();

                    // The runtime hands the signal to the program on another thread.
                    Thread.Sleep(TimeSpan.FromMilliseconds(300));
                }
            },
        });
    }
}
