using Host.Composition;
using Host.Outcomes;
using Host.Workflow;

namespace Host.Quarters;

/// <summary>What persons do to a draft on its way: submit, approve, discard. Verbs and pages both come here; the caller has checked who acts.</summary>
internal static class DraftSteps
{
    /// <param name="draftId">By the id of the draft only: "the newest" may not be the one that was looked at.</param>
    /// <param name="desk">Where it lies.</param>
    /// <param name="seen">Code of the review that was looked at.</param>
    /// <param name="user">Who says that it is ready.</param>
    /// <param name="cancellationToken">Stops the count of the records.</param>
    public static Outcome<Done> Submit(string draftId, ReleaseDesk desk, string seen, string user, CancellationToken cancellationToken) =>
        Ready(draftId, desk, seen, cancellationToken).Succeeded(out var ready, out var failure) ? desk.Installation.Reviews.Submit(ready.Draft, ready.Review, user) : failure;

    /// <param name="draftId">As above.</param>
    /// <param name="desk">Where it lies.</param>
    /// <param name="seen">Code of the review that was looked at; null where the approver looked at none and the review must need no word.</param>
    /// <param name="user">Who approves.</param>
    /// <param name="cancellationToken">Stops the count of the records.</param>
    public static Outcome<Done> Approve(string draftId, ReleaseDesk desk, string? seen, string user, CancellationToken cancellationToken)
    {
        // The database refuses it as well; whoever can never approve is not sent to mend the checklist first.
        var installation = desk.Installation;
        if (installation.Drafts.Find(draftId) is { } draft && draft.DraftId == draftId && draft.DraftedBy == user)
        {
            installation.Audit.Record(user, "approve-refused", draftId);
            return new Failure(ExitCode.NotPermitted, "FourEyes", draftId);
        }

        return Ready(draftId, desk, seen, cancellationToken).Succeeded(out var ready, out var failure) ? installation.Approvals.Add(ready.Draft, user, ready.Review) : failure;
    }

    /// <summary>Withdraws a draft for ever; a new one of its period may then be made.</summary>
    public static Outcome<Done> Discard(string draftId, Installation installation, string reason, string user)
    {
        if (reason.Trim().Length == 0)
        {
            return new Failure(ExitCode.WrongUsage, "ReasonMissing");
        }

        if (installation.Drafts.Find(draftId) is not { } draft || draft.DraftId != draftId)
        {
            return new Failure(ExitCode.InvalidInput, "DraftUnknown", draftId);
        }

        return installation.Discards.Has(draftId) ? new Failure(ExitCode.Conflict, "DraftDiscarded", draftId) : installation.Discards.Add(draft, reason.Trim(), user);
    }

    private static Outcome<(DraftRow Draft, string Review)> Ready(string draftId, ReleaseDesk desk, string? seen, CancellationToken cancellationToken)
    {
        var installation = desk.Installation;
        if (installation.Drafts.Find(draftId) is not { } draft || draft.DraftId != draftId)
        {
            return new Failure(ExitCode.InvalidInput, "DraftUnknown", draftId);
        }

        if (installation.Discards.Has(draftId))
        {
            return new Failure(ExitCode.Conflict, "DraftDiscarded", draftId);
        }

        if (installation.Publications.Find(draft.ReleaseId) is not null)
        {
            return new Failure(ExitCode.Conflict, "PublishedAlready", draft.ReleaseId);
        }

        if (draft.SupersededAt is not null)
        {
            return new Failure(ExitCode.Conflict, "DraftSuperseded", draftId);
        }

        return !Checklist.Of(draft, desk, cancellationToken).Succeeded(out var list, out var failure) ? failure
            : list.Open.Any() ? new Failure(ExitCode.Conflict, "ChecklistOpen", draftId, $"{list.Open.Count()}")
            : seen is not null && seen != list.Code ? new Failure(ExitCode.Conflict, "ReviewChanged", draftId)
            : (draft, list.Code);
    }
}
