using Host.Composition;
using Host.Quarters;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>What the draft of a period shows, what it hides and why, and how that differs from the last release.</summary>
internal sealed class DraftModel(ReleaseDesk desk, SiteTexts texts) : QuarterPage(desk, texts)
{
    /// <summary>Null where there is no draft.</summary>
    public DraftView? View { get; private set; }

    /// <summary>Indicators of the National Action Plan that are in none of its tables.</summary>
    public IReadOnlyList<IncompleteIndicator> Incomplete { get; private set; } = [];

    public IActionResult OnGet(CancellationToken cancellationToken)
    {
        if (Line.Draft is not { } row)
        {
            return Page();
        }

        if (!DraftView.Open(row, Release, Me, cancellationToken).Succeeded(out var view, out var failure)
            || !IncompleteIndicator.Of(Period, Release).Succeeded(out var incomplete, out failure))
        {
            return Unavailable(failure);
        }

        View = view;
        Incomplete = incomplete;
        return Page();
    }
}
