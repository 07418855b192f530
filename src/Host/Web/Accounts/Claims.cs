using System.Security.Claims;
using Host.Security;

namespace Host.Web.Accounts;

/// <summary>What a request knows of its user. It is read anew from the tables for every request; a browser keeps the id of its session and nothing else.</summary>
internal static class Claims
{
    public const string Role = "role";
    public const string Full = "full";

    private const string User = "user";
    private const string Session = "session";
    private const string Partner = "partner";

    /// <summary>What a browser keeps.</summary>
    public static ClaimsPrincipal OfSession(string sessionId) => new(new ClaimsIdentity([new Claim(Session, sessionId)], SessionCookie.Scheme));

    /// <summary>What a request knows. Roles count once both factors were shown and the password is the person's own.</summary>
    public static ClaimsPrincipal Of(string sessionId, Account account, bool isFull)
    {
        var claims = new List<Claim> { new(Session, sessionId), new(User, account.UserId) };
        if (isFull)
        {
            claims.Add(new Claim(Full, "yes"));
        }

        if (isFull && !account.MustChoosePassword)
        {
            claims.AddRange(account.Roles.Select(r => new Claim(Role, RoleName.Of(r))));
            claims.AddRange(account.Partner is { } partner ? [new Claim(Partner, partner)] : []);
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, SessionCookie.Scheme, User, Role));
    }

    public static string SessionOf(ClaimsPrincipal principal) => principal.FindFirstValue(Session) ?? throw new InvalidOperationException("A page of an account has a session.");

    public static string UserOf(ClaimsPrincipal principal) => principal.FindFirstValue(User) ?? throw new InvalidOperationException("A page of an account has a user.");

    /// <summary>The partner that a partner's user acts for.</summary>
    public static string PartnerOf(ClaimsPrincipal principal) => principal.FindFirstValue(Partner) ?? throw new InvalidOperationException("A partner's page has a partner.");

    public static bool Has(ClaimsPrincipal principal, Role role) => principal.HasClaim(Role, RoleName.Of(role));

    private static string? FindFirstValue(this ClaimsPrincipal principal, string type) => principal.FindFirst(type)?.Value;
}
