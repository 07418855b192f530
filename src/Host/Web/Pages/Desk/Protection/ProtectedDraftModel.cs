using Host.Composition;
using Host.Outcomes;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Protection;

/// <summary>A draft as a protection officer sees it: its riskiest cells in words, no record; and the release is held or let go.</summary>
internal sealed class ProtectedDraftModel(ReleaseDesk desk, SiteTexts texts) : GuardianPage(desk, texts)
{
    public HoldRow? Hold => Release.Installation.Holds.Find(View.Row.ReleaseId);

    private string Address => $"/{Tongue}/desk/protection/{RouteData.Values["draft"]}";

    public IActionResult OnGet(string draft, CancellationToken cancellationToken) => Show(draft, cancellationToken);

    public IActionResult OnPostHold(string draft, string? reason, CancellationToken cancellationToken)
    {
        if (Find(draft) is not { } row)
        {
            return NotFound();
        }

        return string.IsNullOrWhiteSpace(reason)
            ? After(new Failure(ExitCode.WrongUsage, "ReasonMissing"), draft, Address, cancellationToken)
            : After(Release.Installation.Holds.Hold(row, reason.Trim(), Me), draft, Address, cancellationToken);
    }

    public IActionResult OnPostLift(string draft, CancellationToken cancellationToken) =>
        Find(draft) is { } row ? After(Release.Installation.Holds.Lift(row, Me), draft, Address, cancellationToken) : NotFound();
}
