using Host.Composition;
using Host.Outcomes;
using Host.Security;

namespace Host.Cli.Verbs;

/// <summary><c>approve ID --as USER</c>: a second person's yes to exactly the figures of a draft.</summary>
internal sealed class ApproveVerb() : SignedVerb("approve", "VerbApprove", Role.Approver)
{
    protected override Task<Outcome<Done>> ActAsync(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken) =>
        Task.FromResult(Approve(call, installation, id, user));

    private static Outcome<Done> Approve(VerbCall call, Installation installation, string id, string user)
    {
        // By the id of the draft only: "the newest" may not be the one that was looked at.
        if (installation.Drafts.Find(id) is not { } draft || draft.DraftId != id)
        {
            return new Failure(ExitCode.InvalidInput, "DraftUnknown", id);
        }

        if (installation.Discards.Has(draft.DraftId))
        {
            return new Failure(ExitCode.Conflict, "DraftDiscarded", draft.DraftId);
        }

        if (installation.Publications.Find(draft.ReleaseId) is not null)
        {
            return new Failure(ExitCode.Conflict, "PublishedAlready", draft.ReleaseId);
        }

        if (installation.Approvals.Add(draft, user).Failure is { } refused)
        {
            return refused;
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, draft = draft.DraftId, approvedBy = user });
        }
        else
        {
            call.Terminal.Say("Approved", draft.DraftId, user);
        }

        return Done.Value;
    }
}
