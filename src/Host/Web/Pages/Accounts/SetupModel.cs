using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Pages.Accounts;

/// <summary>The first page of a new installation: makes the first operator. There is no such page once there is one.</summary>
[EnableRateLimiting(AttemptLimit.Name)]
internal sealed class SetupModel(UserTable users, SessionTable sessions, SetupToken setup, SiteTexts texts) : AccountPage(texts)
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IActionResult OnGet() => setup.IsOpen ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!setup.IsOpen)
        {
            return NotFound();
        }

        if (!setup.Matches(Token))
        {
            return Refuse("SetupTokenWrong");
        }

        var name = Name?.Trim() ?? "";
        if (users.Find(name) is not null)
        {
            return Refuse("NameTaken");
        }

        if (users.Put(name, Password ?? "", [Role.Operator], "setup").Failure is { } failure)
        {
            return Refuse(failure.Code == "CredentialShort" ? "PasswordShort" : "NameWrong");
        }

        await BeginAsync(sessions.Begin(name));
        return GoTo("second-factor");
    }
}
