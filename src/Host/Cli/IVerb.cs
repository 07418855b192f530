using System.CommandLine;
using Host.Outcomes;

namespace Host.Cli;

/// <summary>One verb of the command line: how it is written, and what it does. It holds no rule of its own.</summary>
internal interface IVerb
{
    /// <summary>The verb with its arguments and options, texts in the language of the caller.</summary>
    Command Describe(Texts.Messages messages);

    Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken);
}
