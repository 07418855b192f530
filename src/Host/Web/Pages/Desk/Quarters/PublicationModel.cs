using System.Globalization;
using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>The last steps of a draft: a second person approves, somebody publishes now or sets a later minute, or the draft is discarded.</summary>
internal sealed class PublicationModel(ReleaseDesk desk, SiteTexts texts) : QuarterPage(desk, texts)
{
    /// <summary>Null where there is no draft.</summary>
    public Checklist? List { get; private set; }

    public SubmissionRow? Submission { get; private set; }

    public IReadOnlyList<string> Approvers { get; private set; } = [];

    public PublicationRow? Publication => Line.Draft is { } draft ? Release.Installation.Publications.Find(draft.ReleaseId) : null;

    public bool MayApprove => Claims.Has(User, Role.Approver) && Line.Stage is QuarterStage.Drafted or QuarterStage.Submitted or QuarterStage.Approved;

    public bool MayPublish => Claims.Has(User, Role.Publisher) && Line.Stage is QuarterStage.Scheduled;

    public bool MayDiscard => (Claims.Has(User, Role.Analyst) || Claims.Has(User, Role.Approver)) && Line.Stage is not (QuarterStage.Published or QuarterStage.Withdrawn);

    public bool MayWithdraw => Claims.Has(User, Role.Publisher) && Line.Stage is QuarterStage.Published;

    /// <summary>A publisher names readers once somebody approved, until publication.</summary>
    public bool MayName => Claims.Has(User, Role.Publisher) && Line.Stage is QuarterStage.Approved or QuarterStage.Scheduled;

    /// <summary>Named for this draft.</summary>
    public IReadOnlyList<string> Readers => Line.Draft is { } draft ? Release.Installation.EarlyReaders.Of(draft.DraftId) : [];

    /// <summary>Accounts that could be named.</summary>
    public IReadOnlyList<string> ReaderAccounts =>
        [.. Release.Installation.Users.All().Where(a => a.Roles.Contains(Role.Reader) && !a.IsDisabled).Select(a => a.UserId).Except(Readers, StringComparer.Ordinal)];

    public bool IsTime => Line.At <= Release.Installation.Clock.GetUtcNow();

    /// <summary>What the fields of a later minute begin with.</summary>
    public DateTime LocalAt => Release.Installation.Calendar.LocalOf(Line.At);

    public IActionResult OnGet(CancellationToken cancellationToken) => Show(cancellationToken);

    public IActionResult OnPostApprove(string draft, string review, CancellationToken cancellationToken) =>
        Claims.Has(User, Role.Approver) ? After(DraftSteps.Approve(draft, Release, review, Me, cancellationToken).Failure, cancellationToken) : Forbid();

    public async Task<IActionResult> OnPostPublishAsync(string draft, CancellationToken cancellationToken) =>
        Claims.Has(User, Role.Publisher) ? After((await Release.Publisher.PublishAsync(draft, Me, CancellationToken.None)).Failure, cancellationToken) : Forbid();

    public IActionResult OnPostLater(string draft, string? day, string? time, CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Publisher))
        {
            return Forbid();
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute))
        {
            Problem = this["MomentWrong"];
            return Show(cancellationToken);
        }

        var installation = Release.Installation;
        return installation.Drafts.Find(draft) is { } row && row.DraftId == draft
            ? After(installation.PublicationTimes.Set(row, installation.Calendar.Moment(date, minute), Me).Failure, cancellationToken)
            : After(new Failure(ExitCode.InvalidInput, "DraftUnknown", Period.ToString()), cancellationToken);
    }

    public IActionResult OnPostDiscard(string draft, string? reason, CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Analyst) && !Claims.Has(User, Role.Approver))
        {
            return Forbid();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            Problem = this["ReasonNeeded"];
            return Show(cancellationToken);
        }

        return After(DraftSteps.Discard(draft, Release.Installation, reason, Me).Failure, cancellationToken);
    }

    public IActionResult OnPostWithdraw(string draft, string? noteTr, string? noteEn, CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Publisher))
        {
            return Forbid();
        }

        if (string.IsNullOrWhiteSpace(noteTr) || string.IsNullOrWhiteSpace(noteEn))
        {
            Problem = this["WithdrawNotes"];
            return Show(cancellationToken);
        }

        return Line.Draft is { } row && row.DraftId == draft
            ? After(Release.Installation.Withdrawals.Add(row, noteTr.Trim(), noteEn.Trim(), Me).Failure, cancellationToken)
            : After(new Failure(ExitCode.InvalidInput, "DraftUnknown", Period.ToString()), cancellationToken);
    }

    public IActionResult OnPostReader(string draft, string? reader, CancellationToken cancellationToken) => Readership(draft, reader, isNamed: true, cancellationToken);

    public IActionResult OnPostReaderEnd(string draft, string? reader, CancellationToken cancellationToken) => Readership(draft, reader, isNamed: false, cancellationToken);

    private IActionResult Readership(string draft, string? reader, bool isNamed, CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Publisher))
        {
            return Forbid();
        }

        var readers = Release.Installation.EarlyReaders;
        return reader is null || Release.Installation.Drafts.Find(draft) is not { } row || row.DraftId != draft
            ? After(new Failure(ExitCode.InvalidInput, "DraftUnknown", Period.ToString()), cancellationToken)
            : After((isNamed ? readers.Name(row, reader, Me) : readers.End(row, reader, Me)).Failure, cancellationToken);
    }

    private IActionResult After(Failure? failure, CancellationToken cancellationToken)
    {
        if (failure is null)
        {
            return Redirect($"{Place}/publication");
        }

        Problem = Sentence(failure);
        return Show(cancellationToken);
    }

    private IActionResult Show(CancellationToken cancellationToken)
    {
        if (Line.Draft is not { } row)
        {
            return Page();
        }

        if (!Checklist.Of(row, Release, cancellationToken).Succeeded(out var list, out var failure))
        {
            return Unavailable(failure);
        }

        List = list;
        Submission = Release.Installation.Reviews.LastSubmission(row.DraftId);
        Approvers = Release.Installation.Approvals.Of(row.DraftId);
        return Page();
    }
}
