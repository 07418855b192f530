using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Site;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;
using Publication.Releases;
using Publication.Tables;
using Reports.Commentary;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>
/// Other words about a release that is published: written, approved by a second person, published with a note. Figures stay as they are; a text that would change one is
/// refused and says where.
/// </summary>
internal sealed class CorrectionModel(ReleaseDesk desk, PublishedSite site, SiteTexts texts) : QuarterPage(desk, texts)
{
    /// <summary>The release; null where none stands.</summary>
    public Release? Published => site.Current().Find($"{Period}.1");

    /// <summary>What was written about it so far.</summary>
    public ReleaseTexts Texts => site.Current().TextsOn(Published!);

    /// <summary>The correction under way; null where none is.</summary>
    public Correction? Open => Release.Installation.Corrections.Open($"{Period}.1");

    /// <summary>What stands in the fields.</summary>
    public BothLanguages Text { get; private set; } = new("", "");

    public BothLanguages Note { get; private set; } = new("", "");

    /// <summary>Where the words break: in which of them, and how.</summary>
    public IReadOnlyList<(string Field, CommentaryProblem Problem)> Faults { get; private set; } = [];

    public bool MayWrite => Claims.Has(User, Role.Analyst);

    public bool MayApprove => Claims.Has(User, Role.Approver) && Open is { ApprovedBy: null } open && open.WrittenBy != Me;

    public bool MayPublish => Claims.Has(User, Role.Publisher) && Open is { ApprovedBy: not null };

    public void OnGet()
    {
        if (Published is null)
        {
            return;
        }

        var open = Open;
        Text = open?.Text ?? (Texts.Corrections is [.., var (last, _)] ? last.Text : First());
        Note = open?.Note ?? Note;
    }

    public IActionResult OnPost(string? tr, string? en, string? noteTr, string? noteEn)
    {
        if (!MayWrite)
        {
            return Forbid();
        }

        (Text, Note) = (Trimmed(tr, en), Trimmed(noteTr, noteEn));
        if (Published is not { } release || Line.Draft is not { } draft)
        {
            return Page();
        }

        Faults =
        [
            .. FaultsIn(Text.Tr, "TextTurkish", release, Language.Tr), .. FaultsIn(Text.En, "TextEnglish", release, Language.En),
            .. FaultsIn(Note.Tr, "NoteTurkish", release, Language.Tr), .. FaultsIn(Note.En, "NoteEnglish", release, Language.En),
        ];
        return After(
            Text.Tr.Length > CommentaryTable.Longest || Text.En.Length > CommentaryTable.Longest ? Say("CommentaryLong", CommentaryTable.Longest)
            : Note.Tr.Length > ReviewTable.LongestNote || Note.En.Length > ReviewTable.LongestNote ? Say("CommentaryLong", ReviewTable.LongestNote)
            : Text.IsHalf ? this["CommentaryHalf"]
            : Note.Tr.Length == 0 || Note.En.Length == 0 ? this["WithdrawNotes"]
            : Faults.Count > 0 ? this["CorrectionFigures"]
            : SentenceOf(Release.Installation.Corrections.Add(draft, Text, Note, Me)));
    }

    public IActionResult OnPostApprove(long number, string? code) => !Claims.Has(User, Role.Approver) ? Forbid()
        : Line.Draft is { } draft ? After(SentenceOf(Release.Installation.Corrections.Approve(draft, number, code ?? "", Me))) : Page();

    public IActionResult OnPostPublish(long number) => !Claims.Has(User, Role.Publisher) ? Forbid()
        : Line.Draft is { } draft ? After(SentenceOf(Release.Installation.Corrections.Publish(draft, number, Me))) : Page();

    /// <summary>A place where the words break, as a sentence.</summary>
    public string Sentence(string field, CommentaryProblem problem) => Say($"Broken{problem.Fault}", this[field], problem.Position, problem.Reference);

    private static BothLanguages Trimmed(string? tr, string? en) => new(tr?.Trim() ?? "", en?.Trim() ?? "");

    private static IEnumerable<(string Field, CommentaryProblem Problem)> FaultsIn(string text, string field, Release release, Language language) =>
        CommentaryText.Read(text, release.Content, language).Problems.Select(p => (field, p));

    private BothLanguages First() => Release.Installation.Commentaries.Find($"{Period}.1") is { } first ? new BothLanguages(first.In(Language.Tr), first.In(Language.En)) : Text;

    private string? SentenceOf(Outcome<Done> outcome) => outcome.Failure is { } failure ? Sentence(failure) : null;

    private IActionResult After(string? problem)
    {
        Problem = problem;
        return problem is null ? Redirect($"{Place}/correction") : Page();
    }
}
