using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Publishing;
using Host.Security;
using Host.Texts;
using Host.Workflow;
using Reports.Bulletins;
using Reports.Files;

namespace Host.Cli.Verbs;

/// <summary>
/// <c>report ID --out DIR</c>: writes the files of a published release again, from the ledger; the same bytes as when it was published. Of a draft
/// (<c>--as USER</c>) it writes a stamped archive for cleared eyes.
/// </summary>
internal sealed class ReportVerb : IVerb
{
    private readonly Argument<string> _id = new("ID");
    private Option<string> _out = null!;
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _id.Description = messages["ArgumentRelease"];
        _out = new Option<string>("--out") { Description = messages["OptionOut"], HelpName = "DIR", Required = true };
        _as = SignIn.NewOption(messages, required: false);
        _credential = CredentialSource.NewOption(messages);
        return new Command("report", messages["VerbReport"]) { _id, _out, _as, _credential };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure))
        {
            return call.Fail(failure);
        }

        return installation.Drafts.Find(call.Parsed.GetRequiredValue(_id)) is { } draft && draft.DraftId == call.Parsed.GetRequiredValue(_id)
            ? await WriteDraftAsync(call, installation, draft, cancellationToken)
            : WriteRelease(call, installation, cancellationToken);
    }

    private async Task<ExitCode> WriteDraftAsync(VerbCall call, Installation installation, DraftRow draft, CancellationToken cancellationToken)
    {
        if (call.Parsed.GetValue(_as) is not { } user)
        {
            return call.Fail(new Failure(ExitCode.NotPermitted, "DraftNeedsUser"));
        }

        if (SignIn.Check(call, installation, user, _credential, Role.Analyst, Role.Approver).Failure is { } refused)
        {
            return call.Fail(refused);
        }

        if (!ReleaseDesk.Open(installation).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (!(await DraftReport.WriteAsync(draft, desk, user, call.Parsed.GetRequiredValue(_out), cancellationToken)).Succeeded(out var path, out failure))
            {
                return call.Fail(failure);
            }

            call.Terminal.Note("DraftReportNote");
            Tell(call, draft.DraftId, path);
            return ExitCode.Success;
        }
    }

    private ExitCode WriteRelease(VerbCall call, Installation installation, CancellationToken cancellationToken)
    {
        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure))
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
        var outcome = StepProgress.Run(
            call.Terminal, progress => ReleaseFolderWriter.Write(release, bulletin, history.Before(release), folder, cancellationToken, FilesProgress.Of(progress)));
        if (outcome == FolderOutcome.NotEmpty)
        {
            return call.Fail(new Failure(ExitCode.Conflict, "FolderNotEmpty", "--out"));
        }

        Tell(call, release.Content.Header.Id, Path.GetFullPath(folder));
        return ExitCode.Success;
    }

    private static void Tell(VerbCall call, string id, string path)
    {
        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, release = id, path });
        }
        else
        {
            call.Terminal.Say("Reported", id, path);
        }
    }
}
