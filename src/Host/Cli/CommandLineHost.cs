using System.CommandLine;
using System.Diagnostics;
using Host.Configuration;
using Host.Outcomes;
using Host.Texts;

namespace Host.Cli;

/// <summary>Parses, runs one verb, and turns every way it can end into an exit code.</summary>
internal sealed class CommandLineHost(
    TextWriter output,
    TextWriter error,
    IReadOnlyDictionary<string, string> environment,
    TimeProvider clock,
    bool errorIsTerminal)
{
    /// <returns>The exit code of the process.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var file = CallerLanguage.Typed(arguments, "--config");
        var setting = new SettingsSource(environment, file).Read().Succeeded(out var settings, out _) ? settings.Language : null;
        var messages = Messages.In(CallerLanguage.Find(arguments, environment, setting));
        var globals = new GlobalOptions(messages);
        var root = new RootCommand(messages["Root"]);
        globals.AddTo(root);
        HelpText.Take(root, messages);
        foreach (var verb in VerbCatalogue.All())
        {
            var command = verb.Describe(messages);
            command.SetAction((parsed, token) => RunVerbAsync(verb, parsed, globals, messages, token));
            root.Add(command);
        }

        var parse = root.Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            return Complain(parse, root, messages);
        }

        // The library's own handler for Ctrl-C is switched off: the token given here is cancelled by ours, in one place.
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = error };
        return await parse.InvokeAsync(invocation, cancellationToken);
    }

    private async Task<int> RunVerbAsync(IVerb verb, ParseResult parsed, GlobalOptions globals, Messages messages, CancellationToken cancellationToken)
    {
        var noColour = parsed.GetValue(globals.NoColour) || environment.GetValueOrDefault("NO_COLOR") is { Length: > 0 };
        var isJson = string.Equals(parsed.GetValue(globals.Format), "json", StringComparison.Ordinal);
        var isQuiet = parsed.GetValue(globals.Quiet);
        var style = new TerminalStyle(
            isJson ? OutputFormat.Json : OutputFormat.Text, isQuiet, IsInteractive: errorIsTerminal && !isQuiet && !noColour, HasColour: errorIsTerminal && !noColour);
        var terminal = new Terminal(output, error, style, messages);
        var settings = new SettingsSource(environment, parsed.GetValue(globals.Settings));
        if (!parsed.GetValue(globals.Verbose))
        {
            return await RunAsync(verb, new VerbCall(parsed, terminal, settings, clock), cancellationToken);
        }

        var begun = clock.GetTimestamp();
        terminal.Note("VerboseSettings", settings.FilePath ?? "–");
        var code = await RunAsync(verb, new VerbCall(parsed, terminal, settings, clock), cancellationToken);
        terminal.Note("VerboseEnd", parsed.CommandResult.Command.Name, code, clock.GetElapsedTime(begun).TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        return code;
    }

    private static async Task<int> RunAsync(IVerb verb, VerbCall call, CancellationToken cancellationToken)
    {
        try
        {
            return (int)await verb.RunAsync(call, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (int)call.Fail(new Failure(ExitCode.Cancelled, "Cancelled"));
        }
        catch (Exception exception)
        {
            // What an unexpected exception says may quote what it choked on; its type and the place in our code are enough to find it.
            return (int)call.Fail(SystemFailure.Of(exception) ?? new Failure(ExitCode.OurFault, "Unexpected", exception.GetType().Name, FaultPlace.Of(exception)));
        }
    }

    private int Complain(ParseResult parse, Command root, Messages messages)
    {
        if (parse.CommandResult.Command is RootCommand && parse.UnmatchedTokens.Count == 0)
        {
            new HelpText(messages).Write(root, root, error);
            return (int)ExitCode.WrongUsage;
        }

        foreach (var line in UsageComplaint.Of(parse, messages))
        {
            error.Write(line + "\n");
        }

        error.Write(messages.Format("UsageHint", parse.CommandResult.Command is RootCommand ? "" : parse.CommandResult.Command.Name + " ") + "\n");
        return (int)ExitCode.WrongUsage;
    }
}
