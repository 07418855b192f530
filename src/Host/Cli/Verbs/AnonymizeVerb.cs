using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Host.Outcomes;
using Host.RecordFiles;
using Host.Storage;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>anonymize</c>: a file of records made k-anonymous, and more where asked, with the least loss.</summary>
internal sealed class AnonymizeVerb : IVerb
{
    private AnonymizeOptions _options = null!;

    public Command Describe(Messages messages)
    {
        _options = new AnonymizeOptions(messages);
        var command = new Command("anonymize", messages["VerbAnonymize"]);
        foreach (var option in _options.All)
        {
            command.Add(option);
        }

        return command;
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        if (!new AnonymizeReading(_options, call.Parsed).Read().Succeeded(out var request, out var failure)
            || !StepProgress.Run(call.Terminal, progress => new AnonymizeRun(request, call.Clock, progress).Run(cancellationToken)).Succeeded(out var run, out failure))
        {
            return call.Fail(failure);
        }

        var process = Process.GetCurrentProcess();
        var total = (call.Clock.GetUtcNow() - process.StartTime).TotalSeconds;
        var report = AnonymizeReport.Write(run, total, process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / 1048576.0);
        if (request.Report is { } place)
        {
            AtomicFile.WriteShared(Path.GetFullPath(place), report);
        }

        if (run.Frontier is { } frontier)
        {
            AtomicFile.WriteShared(Path.GetFullPath(request.Frontier!), new FrontierPage(frontier, request.Models.K, run.File.Rows, call.Terminal.Messages).Draw());
        }

        if (call.IsJson)
        {
            call.Terminal.Result(Encoding.UTF8.GetString(report).TrimEnd('\n'));
        }
        else
        {
            call.Terminal.Say("Anonymized", run.File.Rows - run.File.SuppressedRows, run.File.Rows, run.File.Classes, run.File.SmallestClass, run.File.MetricValue);
        }

        return ExitCode.Success;
    }
}
