using Host.Composition;
using Host.Outcomes;
using Host.Planning;
using Host.Quarters;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>What is to be thought of before a draft is approved. Analysts write notes here and say that the draft is ready.</summary>
internal sealed class ChecklistModel(ReleaseDesk desk, SiteTexts texts) : QuarterPage(desk, texts)
{
    /// <summary>Null where there is no draft.</summary>
    public Checklist? List { get; private set; }

    /// <summary>Null where nobody submitted the draft.</summary>
    public SubmissionRow? Submission { get; private set; }

    public bool MayWrite => Claims.Has(User, Role.Analyst) && Line.Stage is QuarterStage.Drafted or QuarterStage.Submitted;

    public IActionResult OnGet(CancellationToken cancellationToken) => Show(cancellationToken);

    public IActionResult OnPostNote(string draft, string item, string? note, CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Analyst))
        {
            return Forbid();
        }

        if (Line.Draft is not { } row || row.DraftId != draft || item.Length is 0 or > 100)
        {
            return Refuse(new Failure(ExitCode.InvalidInput, "DraftUnknown", Period.ToString()), cancellationToken);
        }

        var text = note?.Trim() ?? "";
        if (text.Length is 0 or > ReviewTable.LongestNote)
        {
            Problem = Say("NoteLength", ReviewTable.LongestNote);
            return Show(cancellationToken);
        }

        return After(Release.Installation.Reviews.AddNote(row, item, text, Me), cancellationToken);
    }

    public IActionResult OnPostSubmit(string draft, string review, CancellationToken cancellationToken) =>
        Claims.Has(User, Role.Analyst) ? After(DraftSteps.Submit(draft, Release, review, Me, cancellationToken), cancellationToken) : Forbid();

    /// <summary>The sentence of an item.</summary>
    public string Sentence(ChecklistItem item) => Say($"Check{item.Kind}", item.Kind == ChecklistKind.ShareFell ? [TitleOf(item.Subject), .. item.Arguments[1..]] : item.Arguments);

    private string TitleOf(string table) =>
        PeriodPlanner.BulletinOf(Period).Tables.FirstOrDefault(t => string.Equals(t.Id, table, StringComparison.Ordinal))?.Title.In(Language) ?? table;

    private IActionResult After(Outcome<Done> outcome, CancellationToken cancellationToken) =>
        outcome.Failure is { } failure ? Refuse(failure, cancellationToken) : Redirect($"{Place}/checklist");

    private IActionResult Refuse(Failure failure, CancellationToken cancellationToken)
    {
        Problem = Sentence(failure);
        return Show(cancellationToken);
    }

    private IActionResult Show(CancellationToken cancellationToken)
    {
        if (Line.Draft is not { } row)
        {
            return Page();
        }

        Release.Installation.Audit.Record(Me, "checklist-look", row.DraftId);
        if (!Checklist.Of(row, Release, cancellationToken).Succeeded(out var list, out var failure))
        {
            return Unavailable(failure);
        }

        List = list;
        Submission = Release.Installation.Reviews.LastSubmission(row.DraftId);
        return Page();
    }
}
