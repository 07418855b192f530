using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>status</c>: what is published, what waits for whom, and what is due.</summary>
internal sealed class StatusVerb : IVerb
{
    public Command Describe(Messages messages) => new("status", messages["VerbStatus"]);

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure)
            || !ReleaseDesk.OpenStore(installation).Succeeded(out var store, out failure))
        {
            return Task.FromResult(call.Fail(failure));
        }

        StatusReport? report;
        using (store)
        {
            if (!StatusReport.Of(installation, store).Succeeded(out report, out failure))
            {
                return Task.FromResult(call.Fail(failure));
            }
        }

        if (call.IsJson)
        {
            call.Terminal.Json(report);
        }
        else
        {
            StatusText.Write(report, call.Terminal);
        }

        return Task.FromResult(
            report is { LedgerBreak: not null } or { AuditBreak: not null } ? ExitCode.OurFault
            : report.UploadsWithoutKey.Count > 0 ? ExitCode.DependencyUnavailable
            : report.LedgerStanding is null ? ExitCode.Success : ExitCode.Conflict);
    }
}
