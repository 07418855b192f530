using System.Security.Cryptography;
using System.Text;
using Host.Security;

namespace Host.Web.Accounts;

/// <summary>The word that the console shows at the start of an installation that has no operator: whoever reads the console may make the first one, once.</summary>
internal sealed class SetupToken
{
    private readonly UserTable _users;

    public SetupToken(UserTable users)
    {
        _users = users;
        Word = IsOpen ? RandomNumberGenerator.GetHexString(32, lowercase: true) : null;
    }

    /// <summary>Null where there is an operator.</summary>
    public string? Word { get; }

    public bool IsOpen => !_users.All().Any(a => !a.IsDisabled && a.Roles.Contains(Role.Operator));

    public bool Matches(string? typed) =>
        Word is not null && IsOpen && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed?.Trim() ?? ""), Encoding.UTF8.GetBytes(Word));
}
