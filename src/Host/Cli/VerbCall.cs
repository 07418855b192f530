using System.CommandLine;
using Host.Configuration;
using Host.Outcomes;

namespace Host.Cli;

/// <summary>One run of a verb: what was typed, where to write, what time it is.</summary>
internal sealed class VerbCall(ParseResult parsed, Terminal terminal, SettingsSource settings, TimeProvider clock)
{
    public ParseResult Parsed { get; } = parsed;

    public Terminal Terminal { get; } = terminal;

    public TimeProvider Clock { get; } = clock;

    public SettingsSource Settings { get; } = settings;

    public bool IsJson => Terminal.Style.Format == OutputFormat.Json;

    public ExitCode Fail(Failure failure) => Terminal.Fail(failure);
}
