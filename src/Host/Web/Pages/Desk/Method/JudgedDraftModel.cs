using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;
using Publication.Rules;

namespace Host.Web.Pages.Desk.Method;

/// <summary>A draft as a methodologist sees it: rules, reasons, what is left open, what the gate says of its certificate; no record. It is signed or refused here.</summary>
internal sealed class JudgedDraftModel(ReleaseDesk desk, SiteTexts texts) : GuardianPage(desk, texts)
{
    public RuleSet Rules { get; private set; } = null!;

    /// <summary>What the gate says now; null where the certificate holds.</summary>
    public string? Refused { get; private set; }

    public OpinionRow? Opinion => Release.Installation.Opinions.Last(View.Row.DraftId);

    private string Address => $"/{Tongue}/desk/method/{RouteData.Values["draft"]}";

    public Task<IActionResult> OnGetAsync(string draft, CancellationToken cancellationToken) => JudgeAsync(draft, cancellationToken);

    public Task<IActionResult> OnPostSignAsync(string draft, string? reason, CancellationToken cancellationToken) => SayAsync(draft, OpinionRow.Signed, reason, cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync(string draft, string? reason, CancellationToken cancellationToken) => SayAsync(draft, OpinionRow.Refused, reason, cancellationToken);

    public Task<IActionResult> OnPostLiftAsync(string draft, string? reason, CancellationToken cancellationToken) => SayAsync(draft, OpinionRow.Lifted, reason, cancellationToken);

    private async Task<IActionResult> SayAsync(string draft, string opinion, string? reason, CancellationToken cancellationToken)
    {
        if (Find(draft) is not { } row)
        {
            return NotFound();
        }

        var given = opinion == OpinionRow.Refused && string.IsNullOrWhiteSpace(reason)
            ? new Failure(ExitCode.WrongUsage, "ReasonMissing")
            : Release.Installation.Opinions.Add(row, opinion, reason?.Trim() ?? "", Me);
        if (given.Failure is not { } failure)
        {
            return Redirect(Address);
        }

        Problem = Sentence(failure);
        return await JudgeAsync(draft, cancellationToken);
    }

    private async Task<IActionResult> JudgeAsync(string draft, CancellationToken cancellationToken)
    {
        if (Open(draft, cancellationToken) is { } answer)
        {
            return answer;
        }

        if (!StoredDraft.Read(View.Row, Release.Installation).Succeeded(out var document, out var failure)
            || !LedgerAhead.Of(View.Content.Header.Period, Release.Installation).Succeeded(out var ledger, out failure))
        {
            return Unavailable(failure);
        }

        Rules = RuleSetReader.Read(document.RuleSet);
        Refused = (await Release.Gate.VerifyAsync(document, ledger, cancellationToken)).Failure is { } refused ? Sentence(refused) : null;
        return Page();
    }
}
