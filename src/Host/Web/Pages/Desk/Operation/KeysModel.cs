using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Host.Web.Wording;
using Ingest.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Operation;

/// <summary>Keys of partners' programs.</summary>
internal sealed class KeysModel(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private const int MostDays = 730;

    public IReadOnlyList<PartnerKey> All { get; private set; } = [];

    public IReadOnlyList<Partner> Partners { get; private set; } = [];

    /// <summary>A new key, shown this once.</summary>
    public string? Given { get; private set; }

    public string Now { get; } = Workflow.Instant.Write(desk.Installation.Clock.GetUtcNow());

    public void OnGet() => Load();

    public IActionResult OnPostIssue(string? partner, int days)
    {
        Load();
        if (!Partners.Any(p => p.Id.Value == partner) || days is < 1 or > MostDays)
        {
            Problem = Sentence(new Failure(ExitCode.WrongUsage, "KeyDaysWrong", $"{MostDays}"));
            return Page();
        }

        if (!desk.Installation.PartnerKeys.Issue(partner!, TimeSpan.FromDays(days), Me).Succeeded(out var key, out var failure))
        {
            Problem = Sentence(failure);
            return Page();
        }

        Given = key;
        Load();
        return Page();
    }

    public IActionResult OnPostRevoke(string? id)
    {
        if (desk.Installation.PartnerKeys.Revoke(id ?? "", Me).Failure is not { } failure)
        {
            return Redirect($"/{Tongue}/desk/keys");
        }

        Problem = Sentence(failure);
        Load();
        return Page();
    }

    private void Load()
    {
        All = desk.Installation.PartnerKeys.All();
        Partners = desk.Store.Partners().TryGet(out var partners) ? partners : [];
    }
}
