using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Publishing;
using Host.Security;
using Host.Workflow;
using Publication.Releases;

namespace Host.Jobs;

/// <summary>Does what a slot is for, and records what became of it. Safe to run twice: every act behind it is.</summary>
internal sealed class SlotRunner(Installation installation, IDrafter drafter, Publisher publisher, Reconciler reconciler)
{
    // A draft that waits for its approval is no fault: the slot stays due, and the next tick looks again.
    private static readonly string[] Waiting = ["NotApproved", "TwoPersons"];

    // An answer, not a fault: it will not change until somebody does something, and then a new slot or a person asks again.
    private static readonly string[] Final = ["NothingSafe", "PublishedAlready", "DraftApproved", "DraftUnknown"];

    public async Task<Outcome<Done>> RunAsync(string slotId, CancellationToken cancellationToken)
    {
        if (installation.Slots.Find(slotId) is not { FinishedAt: null } slot)
        {
            return Done.Value;
        }

        installation.Slots.Begin(slotId);
        var failure = await DoAsync(slot, cancellationToken);
        var finished = failure is null || Final.Contains(failure.Code, StringComparer.Ordinal);
        installation.Slots.End(slotId, failure?.Code ?? "Done", finished);
        return failure is null || finished || Waiting.Contains(failure.Code, StringComparer.Ordinal) ? Done.Value : failure;
    }

    public void Fault(string slotId, string code) => installation.Slots.End(slotId, code, finished: false);

    private async Task<Failure?> DoAsync(SlotRow slot, CancellationToken cancellationToken) => slot.Kind switch
    {
        SlotKind.Draft => await DraftAsync(slot, cancellationToken),
        SlotKind.Publish => await PublishAsync(slot, cancellationToken),
        SlotKind.Reconcile => (await reconciler.RunAsync(cancellationToken)).Failure,
        _ => throw new InvalidOperationException("The database holds known kinds only."),
    };

    // Asked before trying, so that a draft that waits leaves no refusal in the audit trail every minute.
    private async Task<Failure?> PublishAsync(SlotRow slot, CancellationToken cancellationToken)
    {
        if (installation.Drafts.Find(slot.Subject) is { } draft && installation.Publications.Find(draft.ReleaseId) is null)
        {
            var approvers = installation.Approvals.Of(draft.DraftId).Count;
            if (approvers == 0 || (draft.DraftedBy == UserTable.Schedule && approvers < 2))
            {
                return new Failure(ExitCode.NotPermitted, approvers == 0 ? "NotApproved" : "TwoPersons", draft.DraftId);
            }
        }

        return (await publisher.PublishAsync(slot.Subject, UserTable.Schedule, cancellationToken)).Failure;
    }

    private async Task<Failure?> DraftAsync(SlotRow slot, CancellationToken cancellationToken)
    {
        var period = ReleasePeriod.TryParse(slot.Subject, out var parsed) ? parsed : throw new InvalidOperationException("A draft slot names a period.");
        if (!(await drafter.DraftAsync(period, UserTable.Schedule, cancellationToken)).Succeeded(out var draft, out var failure))
        {
            return failure;
        }

        installation.Slots.Require(SlotKind.Publish, draft.Row.ReleaseId, installation.Calendar.PublishAt(period));
        return null;
    }
}
