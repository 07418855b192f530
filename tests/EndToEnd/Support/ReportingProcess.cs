using System.Diagnostics;
using Host.Cli;

namespace EndToEnd.Support;

/// <summary>Runs the real program in a process of its own.</summary>
internal sealed class ReportingProcess
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal) { ["LANG"] = "C.UTF-8", ["DOTNET_NOLOGO"] = "1" };

    /// <summary>What a shell says of a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    /// <summary>What the program says when it was interrupted, and a shell of one that SIGINT ended.</summary>
    public const int Interrupted = 130;

    public static string Program => typeof(CommandLineHost).Assembly.Location;

    private string _folder = "";

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public ReportingProcess With(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    /// <summary>Ends the process by SIGKILL as soon as it has done a named step.</summary>
    public ReportingProcess KilledAt(string step) => With("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location).With(StartupHook.Variable, step);

    /// <summary>Sends the process what Ctrl-C sends as soon as it has done a named step.</summary>
    public ReportingProcess InterruptedAt(string step) => With("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location).With(StartupHook.InterruptVariable, step);

    public ReportingProcess In(string folder)
    {
        _folder = folder;
        return this;
    }

    public async Task<int> RunAsync(params string[] arguments) => await RunAsync(whileRunning: null, arguments);

    public async Task<int> RunAsync(Func<Process, Task>? whileRunning, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("REPORTING", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (whileRunning is not null)
        {
            await whileRunning(process);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await process.WaitForExitAsync(patience.Token);
        (Output, Error) = (await output, await error);
        return process.ExitCode;
    }
}
