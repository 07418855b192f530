using Host.Web.Accounts;
using Host.Web.Wording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Host.Web.Pages.Accounts;

/// <summary>A page on the way in. Nothing of it is kept by anybody.</summary>
internal abstract class AccountPage(SiteTexts texts) : PageInLanguage(texts)
{
    /// <summary>The page to go to in the end.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>Key of what is wrong; null where nothing is.</summary>
    public string? Problem { get; protected set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers.CacheControl = "no-store";

    protected Task BeginAsync(string sessionId) => HttpContext.SignInAsync(SessionCookie.Scheme, Claims.OfSession(sessionId));

    protected RedirectResult GoTo(string page) => Redirect(Next is null ? $"/{Tongue}/{page}" : $"/{Tongue}/{page}?next={Uri.EscapeDataString(Next)}");

    protected IActionResult Refuse(string problem)
    {
        Problem = problem;
        return Page();
    }
}
