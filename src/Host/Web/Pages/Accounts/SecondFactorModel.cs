using Host.Demo;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Pages.Accounts;

/// <summary>The code of an authenticator program; at the first time, the secret for it.</summary>
[EnableRateLimiting(AttemptLimit.Name)]
internal sealed class SecondFactorModel(UserTable users, SessionTable sessions, SecondFactorTable factors, SiteMode mode, TimeProvider clock, SiteTexts texts) : AccountPage(texts)
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Set where the person has no second factor yet.</summary>
    public SecretPicture? Offered { get; private set; }

    /// <summary>In the demonstration, the code that an authenticator would show.</summary>
    public string? DemoCode => mode.IsDemo ? Totp.CodeAt(DemoSecret.Of(Claims.UserOf(User)), Totp.StepAt(clock.GetUtcNow())) : null;

    public IActionResult OnGet()
    {
        Offer();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = Claims.UserOf(User);
        if (factors.Take(user, Code ?? "").Failure is not null)
        {
            Offer();
            return Refuse("CodeRefused");
        }

        var session = sessions.Fulfil(Claims.SessionOf(User), user);
        await BeginAsync(session);
        return users.Find(user) is { MustChoosePassword: true } && sessions.Touch(session) is { IsByProvider: false } ? GoTo("new-password") : Redirect(Landing.Of(Next, Tongue));
    }

    private void Offer()
    {
        var user = Claims.UserOf(User);
        var hasNone = users.Find(user) is { HasSecondFactor: false };
        if (hasNone && mode.IsDemo)
        {
            // The clock of a demonstration is not that of anybody's telephone; the page shows the code instead.
            factors.Set(user, DemoSecret.Of(user));
            return;
        }

        Offered = hasNone ? new SecretPicture(this["SiteName"], user, factors.Offer(user)) : null;
    }
}
