using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Accounts;

/// <summary>Ends a session, here and in the browser.</summary>
internal sealed class SignOutModel(SessionTable sessions, SiteTexts texts) : AccountPage(texts)
{
    public IActionResult OnGet() => Redirect($"/{Tongue}/desk");

    public async Task<IActionResult> OnPostAsync()
    {
        sessions.End(Claims.SessionOf(User));
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return Redirect($"/{Tongue}");
    }
}
