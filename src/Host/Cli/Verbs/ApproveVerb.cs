using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>approve ID --as USER</c>: a second person's yes to exactly the figures of a draft.</summary>
internal sealed class ApproveVerb : IVerb
{
    private readonly Argument<string> _id = new("ID");
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _as = SignIn.NewOption(messages);
        _credential = CredentialSource.NewOption(messages);
        return new Command("approve", messages["VerbApprove"]) { _id, _as, _credential };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call));

    private ExitCode Run(VerbCall call)
    {
        var id = call.Parsed.GetRequiredValue(_id);
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure)
            || !SignIn.Check(call, installation, call.Parsed.GetValue(_as)!, _credential, Role.Approver).Succeeded(out var user, out failure))
        {
            return call.Fail(failure);
        }

        // By the id of the draft only: "the newest" may not be the one that was looked at.
        if (installation.Drafts.Find(id) is not { } draft || draft.DraftId != id)
        {
            return call.Fail(new Failure(ExitCode.InvalidInput, "DraftUnknown", id));
        }

        if (installation.Publications.Find(draft.ReleaseId) is not null)
        {
            return call.Fail(new Failure(ExitCode.Conflict, "PublishedAlready", draft.ReleaseId));
        }

        if (installation.Approvals.Add(draft, user).Failure is { } refused)
        {
            return call.Fail(refused);
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, draft = draft.DraftId, approvedBy = user });
        }
        else
        {
            call.Terminal.Say("Approved", draft.DraftId, user);
        }

        return ExitCode.Success;
    }
}
