using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Web.Pages.Desk.Quarters;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk;

/// <summary>A page of somebody who judges a draft and made none of it: protection officer, methodologist.</summary>
internal abstract class GuardianPage(ReleaseDesk desk, SiteTexts texts) : ReleasePage(desk, texts)
{
    public DraftView View { get; private set; } = null!;

    /// <summary>Drafts that are neither published nor superseded.</summary>
    public IReadOnlyList<DraftRow> Drafts => [.. Release.Installation.Drafts.Open().Where(d => Release.Installation.Publications.Find(d.ReleaseId) is null)];

    /// <summary>Opens the draft of an address, and keeps that somebody looked; the answer is not null where it cannot be.</summary>
    protected IActionResult? Open(string draft, CancellationToken cancellationToken)
    {
        if (Find(draft) is not { } row)
        {
            return NotFound();
        }

        if (!DraftView.Open(row, Release, Me, cancellationToken).Succeeded(out var view, out var failure))
        {
            return Unavailable(failure);
        }

        View = view;
        return null;
    }

    protected IActionResult Show(string draft, CancellationToken cancellationToken) => Open(draft, cancellationToken) ?? Page();

    /// <summary>After a deed: the page anew, or the sentence of what was refused on it.</summary>
    protected IActionResult After(Outcome<Done> outcome, string draft, string address, CancellationToken cancellationToken)
    {
        if (outcome.Failure is not { } failure)
        {
            return Redirect(address);
        }

        Problem = Sentence(failure);
        return Show(draft, cancellationToken);
    }

    protected DraftRow? Find(string draft) => Drafts.FirstOrDefault(d => d.DraftId == draft);
}
