using Host.Security;
using Host.Web.Accounts;
using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Pages.Accounts;

/// <summary>Name and password.</summary>
[EnableRateLimiting(AttemptLimit.Name)]
internal sealed class SignInModel(UserTable users, SessionTable sessions, SetupToken setup, SiteMode mode, SiteTexts texts) : AccountPage(texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Users of the demonstration, whose passwords are no secret.</summary>
    public IReadOnlyList<Account> DemoUsers => mode.IsDemo ? users.All() : [];

    /// <summary>Nobody can add users yet.</summary>
    public bool IsWithoutOperator => setup.IsOpen;

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
