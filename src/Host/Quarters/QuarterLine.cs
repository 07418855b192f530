using Host.Composition;
using Host.Security;
using Host.Workflow;
using Publication.Releases;

namespace Host.Quarters;

/// <summary>A period and where it stands.</summary>
/// <param name="Period">The period.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="At">When the next step is due; of one that takes none, when that came about.</param>
/// <param name="Draft">Its open draft, published or not; null where there is none.</param>
internal sealed record QuarterLine(ReleasePeriod Period, QuarterStage Stage, DateTimeOffset At, DraftRow? Draft)
{
    /// <summary>Persons who have to approve a draft.</summary>
    public static int ApproversNeeded(DraftRow draft) => draft.DraftedBy == UserTable.Schedule ? 2 : 1;

    public static QuarterLine Of(ReleasePeriod period, Installation installation)
    {
        var release = $"{period}.1";
        var draft = installation.Drafts.Find(release);
        if (installation.Publications.Find(release)?.SealedAt is { } at)
        {
            return installation.Withdrawals.Find(release) is { } withdrawn
                ? new QuarterLine(period, QuarterStage.Withdrawn, Instant.Read(withdrawn.WithdrawnAt), draft)
                : new QuarterLine(period, QuarterStage.Published, Instant.Read(at), draft);
        }

        if (draft is not null)
        {
            return new QuarterLine(period, StageOf(draft, installation), Instant.Read(draft.PublishAt), draft);
        }

        if (!period.IsYear && installation.Omissions.Find(period) is { } omitted)
        {
            return new QuarterLine(period, QuarterStage.Omitted, Instant.Read(omitted.OmittedAt), Draft: null);
        }

        var closes = installation.Calendar.ClosedAt(period);
        return installation.Clock.GetUtcNow() < closes
            ? new QuarterLine(period, QuarterStage.Collecting, closes, Draft: null)
            : new QuarterLine(period, QuarterStage.Closed, installation.Calendar.DraftAt(period), Draft: null);
    }

    private static QuarterStage StageOf(DraftRow draft, Installation installation)
    {
        var approvals = installation.Approvals.Of(draft.DraftId).Count;
        return approvals >= ApproversNeeded(draft) ? QuarterStage.Scheduled
            : approvals > 0 ? QuarterStage.Approved
            : installation.Reviews.LastSubmission(draft.DraftId) is not null ? QuarterStage.Submitted
            : QuarterStage.Drafted;
    }
}
