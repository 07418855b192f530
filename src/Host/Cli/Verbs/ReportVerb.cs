using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Publishing;
using Host.Texts;
using Reports.Bulletins;
using Reports.Files;

namespace Host.Cli.Verbs;

/// <summary><c>report ID --out DIR</c>: writes the files of a published release again, from the ledger; the same bytes as when it was published.</summary>
internal sealed class ReportVerb : IVerb
{
    private readonly Argument<string> _id = new("ID");
    private Option<string> _out = null!;

    public Command Describe(Messages messages)
    {
        _out = new Option<string>("--out") { Description = messages["OptionOut"], HelpName = "DIR", Required = true };
        return new Command("report", messages["VerbReport"]) { _id, _out };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure)
            || !PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out failure))
        {
            return call.Fail(failure);
        }

        var id = call.Parsed.GetRequiredValue(_id);
        if ((history.Find(id) ?? history.Releases.LastOrDefault(r => r.Content.Header.Period.ToString() == id)) is not { } release)
        {
            return call.Fail(new Failure(ExitCode.InvalidInput, "ReleaseUnknown", id));
        }

        var folder = call.Parsed.GetRequiredValue(_out);
        var bulletin = ShippedBulletins.Of(release.Content.Header.Period.IsYear ? BulletinGrain.Year : BulletinGrain.Quarter);
        if (ReleaseFolderWriter.Write(release, bulletin, history.Releases, folder, cancellationToken) == FolderOutcome.NotEmpty)
        {
            return call.Fail(new Failure(ExitCode.Conflict, "FolderNotEmpty", "--out"));
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, release = release.Content.Header.Id, folder = Path.GetFullPath(folder) });
        }
        else
        {
            call.Terminal.Say("Reported", release.Content.Header.Id, Path.GetFullPath(folder));
        }

        return ExitCode.Success;
    }
}
