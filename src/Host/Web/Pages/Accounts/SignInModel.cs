using Host.Composition;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Pages.Accounts;

/// <summary>Name and password, or on to the identity provider where there is one.</summary>
[EnableRateLimiting(AttemptLimit.Name)]
internal sealed class SignInModel(Installation installation, UserTable users, SessionTable sessions, SetupToken setup, SiteMode mode, SiteTexts texts) : AccountPage(texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>How the way through the identity provider ended, as the address says: anybody may have written it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    public bool HasProvider => installation.Settings.Web.OpenIdConnect.Authority is not null;

    /// <summary>Users of the demonstration, whose passwords are no secret.</summary>
    public IReadOnlyList<Account> DemoUsers => mode.IsDemo ? users.All() : [];

    /// <summary>Nobody can add users yet.</summary>
    public bool IsWithoutOperator => setup.IsOpen;

    public void OnGet() => Problem = Provider switch
    {
        "away" when HasProvider => "ProviderAway",
        "refused" when HasProvider => "ProviderRefused",
        _ => null,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!users.SignIn(Name?.Trim() ?? "", Password ?? "").Succeeded(out var account, out _))
        {
            return Refuse("SignInRefused");
        }

        await BeginAsync(sessions.Begin(account.UserId));
        return GoTo("second-factor");
    }
}
