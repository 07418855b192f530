using Host.Security;
using Microsoft.AspNetCore.Authorization;

namespace Host.Web.Accounts;

/// <summary>Who may open what. What no rule names is closed.</summary>
internal static class Access
{
    /// <summary>The password was right.</summary>
    public const string Begun = "begun";

    /// <summary>Both factors were shown.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Signed in, with a password of the person's own, whatever the role.</summary>
    public const string Staff = "staff";

    public const string Partner = "partner";
    public const string Analyst = "analyst";
    public const string Operator = "operator";
    public const string Officer = "officer";
    public const string Methodologist = "methodologist";

    public const string Reader = "reader";
    public const string Auditor = "auditor";

    /// <summary>Those who work on a release: they see what a draft hides.</summary>
    public const string Cleared = "cleared";

    public static void Set(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.AddPolicy(Begun, p => p.RequireAuthenticatedUser());
        options.AddPolicy(SignedIn, p => p.RequireClaim(Claims.Full));
        options.AddPolicy(Staff, p => p.RequireClaim(Claims.Role));
        options.AddPolicy(Partner, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Partner)));
        options.AddPolicy(Analyst, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Analyst)));
        options.AddPolicy(Operator, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Operator)));
        options.AddPolicy(Officer, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Officer)));
        options.AddPolicy(Methodologist, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Methodologist)));
        options.AddPolicy(Reader, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Reader)));
        options.AddPolicy(Auditor, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Auditor)));
        options.AddPolicy(Cleared, p => p.RequireClaim(Claims.Role, RoleName.Of(Role.Analyst), RoleName.Of(Role.Approver), RoleName.Of(Role.Publisher)));
    }
}
