using Host.Composition;
using Host.Drafting;
using Host.Quarters;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;
using Publication.Releases;
using Publication.Tables;
using Reports.Commentary;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>What is written about the figures. A text with a figure that is hidden or missing is not kept, and says where it breaks.</summary>
internal sealed class CommentaryModel(ReleaseDesk desk, SiteTexts texts) : QuarterPage(desk, texts)
{
    /// <summary>The draft that figures come from; null where there is none.</summary>
    public ReleaseContent? Figures { get; private set; }

    /// <summary>The version that counts; null where there is none.</summary>
    public Commentary? Kept { get; private set; }

    /// <summary>What stands in the fields.</summary>
    public string Tr { get; private set; } = "";

    public string En { get; private set; } = "";

    /// <summary>Where the two texts break.</summary>
    public IReadOnlyList<(Language Language, CommentaryProblem Problem)> Faults { get; private set; } = [];

    public bool MayWrite => Claims.Has(User, Role.Analyst) && Line.Stage is QuarterStage.Drafted or QuarterStage.Submitted;

    public IActionResult OnGet()
    {
        if (Load() is { } answer)
        {
            return answer;
        }

        Tr = Kept?.In(Language.Tr) ?? "";
        En = Kept?.In(Language.En) ?? "";
        return Page();
    }

    public IActionResult OnPost(string draft, string? tr, string? en)
    {
        if (!Claims.Has(User, Role.Analyst))
        {
            return Forbid();
        }

        if (Load() is { } answer)
        {
            return answer;
        }

        Tr = tr?.Trim() ?? "";
        En = en?.Trim() ?? "";
        if (Figures is null || Line.Draft?.DraftId != draft)
        {
            Problem = this["CommentaryOtherDraft"];
            return Page();
        }

        Faults = [.. FaultsIn(Tr, Language.Tr), .. FaultsIn(En, Language.En)];
        Problem = Tr.Length > CommentaryTable.Longest || En.Length > CommentaryTable.Longest ? Say("CommentaryLong", CommentaryTable.Longest)
            : (Tr.Length == 0) != (En.Length == 0) ? this["CommentaryHalf"]
            : Faults.Count > 0 ? this["CommentaryBreaks"]
            : Release.Installation.Commentaries.Add(Line.Draft, Tr, En, Me).Failure is { } failure ? Sentence(failure)
            : null;
        return Problem is null ? Redirect($"{Place}/commentary") : Page();
    }

    /// <summary>A place where a text breaks, as a sentence.</summary>
    public string Sentence(Language language, CommentaryProblem problem) =>
        Say($"Broken{problem.Fault}", this[language == Language.Tr ? "TextTurkish" : "TextEnglish"], problem.Position, problem.Reference);

    private IEnumerable<(Language Language, CommentaryProblem Problem)> FaultsIn(string text, Language language) =>
        CommentaryText.Read(text, Figures!, language).Problems.Select(p => (language, p));

    private ContentResult? Load()
    {
        if (Line.Draft is not { } row)
        {
            return null;
        }

        Kept = Release.Installation.Commentaries.Find(row.ReleaseId);
        if (!StoredDraft.Read(row, Release.Installation).Succeeded(out var document, out var failure))
        {
            return Unavailable(failure);
        }

        Release.Installation.Audit.Record(Me, "draft-look", row.DraftId);
        Figures = ReleaseSerializer.Read(document.Content);
        return null;
    }
}
