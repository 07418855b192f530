using Host.Security;
using Host.Web.Wording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Host.Web.Accounts;

/// <summary>The cookie of a session: its id, encrypted. Every request asks the table of sessions whether it still holds.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session";

    public static void Set(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "reporting-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionTable.Longest;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, "sign-in");
        options.Events.OnRedirectToAccessDenied = context => Answer(
            context, StatusCodes.Status403Forbidden, context.HttpContext.User.HasClaim(c => c.Type == Claims.Full) ? "new-password" : "second-factor");
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var id = Claims.SessionOf(context.Principal!);
        if (services.GetRequiredService<SessionTable>().Touch(id) is not { } session || services.GetRequiredService<UserTable>().Find(session.UserId) is not { } account)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        // Whom the provider sent did not use the password, first or not.
        context.ReplacePrincipal(Claims.Of(id, session.IsByProvider ? account with { MustChoosePassword = false } : account, session.IsFull));
    }

    // Who is on the way in is led on; who is in and lacks a role, or sends rather than reads, gets a plain no.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string page)
    {
        var isOnTheWay = status == StatusCodes.Status401Unauthorized || !context.HttpContext.User.HasClaim(c => c.Type == Claims.Role);
        if (!isOnTheWay || !HttpMethods.IsGet(context.Request.Method) || !Landing.IsDesk(context.Request.Path))
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        context.Response.Redirect($"/{ReaderLanguage.TongueOf(context.Request)}/{page}?next={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Task.CompletedTask;
    }
}
