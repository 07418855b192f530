using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Pages.Accounts;

/// <summary>A person's own password, in place of the one an operator gave or of an older one.</summary>
[EnableRateLimiting(AttemptLimit.Name)]
internal sealed class NewPasswordModel(UserTable users, SiteTexts texts) : AccountPage(texts)
{
    [BindProperty]
    public string? Before { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whose password it is: for programs that keep passwords.</summary>
    public string Me => Claims.UserOf(User);

    public IActionResult OnPost()
    {
        var user = Claims.UserOf(User);
        if (users.SignIn(user, Before ?? "").Failure is not null)
        {
            return Refuse("SignInRefused");
        }

        return users.ChoosePassword(user, Password ?? "", Claims.SessionOf(User)).Failure switch
        {
            null => Redirect(Landing.Of(Next, Tongue)),
            { Code: "PasswordSame" } => Refuse("PasswordSame"),
            _ => Refuse("PasswordShort"),
        };
    }
}
