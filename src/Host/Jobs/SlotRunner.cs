using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Publishing;
using Host.Reminders;
using Host.Security;
using Host.Workflow;
using Publication.Releases;

namespace Host.Jobs;

/// <summary>Does what a slot is for, and records what became of it. Safe to run twice: every act behind it is.</summary>
internal sealed class SlotRunner(Installation installation, IDrafter drafter, Publisher publisher, Reconciler reconciler, ReminderRun? reminders = null)
{
    // An answer, not a fault: it will not change until somebody does something, and then a new slot or a person asks again.
    private static readonly string[] Final = ["NothingSafe", "PublishedAlready", "DraftApproved", "DraftUnknown", "QuarterOmitted"];

    public async Task<Outcome<Done>> RunAsync(string slotId, CancellationToken cancellationToken)
    {
        if (installation.Slots.Find(slotId) is not { FinishedAt: null } slot)
        {
            return Done.Value;
        }

        // A morning's reminders say how things stand now: what the last one did not get through, the next one says.
        if (slot.Kind == SlotKind.Remind && installation.Slots.Due().Any(s => s.Kind == SlotKind.Remind && string.CompareOrdinal(s.Subject, slot.Subject) > 0))
        {
            installation.Slots.End(slotId, "Superseded", finished: true);
            return Done.Value;
        }

        if (Waits(slot) is { } waiting)
        {
            installation.Slots.End(slotId, waiting, finished: false);
            return Done.Value;
        }

        installation.Slots.Begin(slotId);
        var failure = await DoAsync(slot, cancellationToken);
        var finished = failure is null || Final.Contains(failure.Code, StringComparer.Ordinal);
        installation.Slots.End(slotId, failure?.Code ?? "Done", finished);
        return failure is null || finished || Retry.IsWaiting(failure.Code) ? Done.Value : failure;
    }

    public void Fault(string slotId, string code) => installation.Slots.End(slotId, code, finished: false);

    private async Task<Failure?> DoAsync(SlotRow slot, CancellationToken cancellationToken) => slot.Kind switch
    {
        SlotKind.Draft => await DraftAsync(slot, cancellationToken),
        SlotKind.Publish => (await publisher.PublishAsync(slot.Subject, UserTable.Schedule, cancellationToken)).Failure,
        SlotKind.Reconcile => (await reconciler.RunAsync(cancellationToken)).Failure,
        SlotKind.Remind => reminders is null ? null : (await reminders.RunAsync(cancellationToken)).Failure,
        _ => throw new InvalidOperationException("The database holds known kinds only."),
    };

    // Asked before trying, so that a draft that waits leaves no attempt in the table and no refusal in the audit trail with every tick.
    private string? Waits(SlotRow slot)
    {
        if (slot.Kind != SlotKind.Publish || installation.Publications.Find(slot.Subject) is not null)
        {
            return null;
        }

        // Its draft was withdrawn, and the next one is published by this slot.
        if (installation.Drafts.Find(slot.Subject) is not { } draft)
        {
            return "DraftDiscarded";
        }

        // The slot keeps the moment of the release's first draft; that of a later one may be later.
        if (installation.Clock.GetUtcNow() < Instant.Read(draft.PublishAt))
        {
            return "PublishEarly";
        }

        if (installation.Holds.Find(draft.ReleaseId) is not null)
        {
            return "ReleaseHeld";
        }

        if (installation.Opinions.Last(draft.DraftId)?.Opinion == OpinionRow.Refused)
        {
            return "MethodRefused";
        }

        var approvers = installation.Approvals.Of(draft.DraftId).Count;
        return approvers == 0 ? "NotApproved" : draft.DraftedBy == UserTable.Schedule && approvers < 2 ? "TwoPersons" : null;
    }

    private async Task<Failure?> DraftAsync(SlotRow slot, CancellationToken cancellationToken)
    {
        var period = ReleasePeriod.TryParse(slot.Subject, out var parsed) ? parsed : throw new InvalidOperationException("A draft slot names a period.");

        // A draft that a person made, or that this slot made before it was interrupted, is the draft of this period; it is not pushed aside.
        return installation.Drafts.Find($"{period}.1") is not null && installation.Publications.Find($"{period}.1") is null ? null
            : (await drafter.DraftAsync(period, UserTable.Schedule, cancellationToken)).Failure;
    }
}
