using Host.Cli;
using Host.Tests.Support;

namespace Host.Tests.Cli;

/// <summary>The command line in process, with its own environment and streams.</summary>
internal sealed class SomeCommandLine
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal) { ["LANG"] = "C" };

    public SomeClock Clock { get; } = new("2026-01-22T09:00:00Z");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public SomeCommandLine With(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public async Task<int> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLineHost(output, error, _environment, Clock, errorIsTerminal: false)
            .RunAsync(arguments, TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }
}
