using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Security;

namespace Host.Cli.Verbs;

/// <summary><c>approve ID --as USER</c>: a second person's yes to exactly the figures of a draft.</summary>
internal sealed class ApproveVerb() : SignedVerb("approve", "VerbApprove", Role.Approver)
{
    protected override Task<Outcome<Done>> ActAsync(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken) =>
        Task.FromResult(Approve(call, installation, id, user, cancellationToken));

    private static Outcome<Done> Approve(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken)
    {
        if (!ReleaseDesk.Open(installation).Succeeded(out var desk, out var failure))
        {
            return failure;
        }

        using (desk)
        {
            if (DraftSteps.Approve(id, desk, seen: null, user, cancellationToken).Failure is { } refused)
            {
                return refused;
            }
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, draft = id, approvedBy = user });
        }
        else
        {
            call.Terminal.Say("Approved", id, user);
        }

        return Done.Value;
    }
}
