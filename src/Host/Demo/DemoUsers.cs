using Host.Composition;
using Host.Security;

namespace Host.Demo;

/// <summary>The users of the demonstration, one for each role; their passwords and second factors are no secret.</summary>
internal static class DemoUsers
{
    /// <summary>Rounds make a guess dear; these passwords need no guessing, and whoever tries the demonstration should not wait for them.</summary>
    private const int PasswordRounds = 1_000;

    private static readonly (string Name, Role[] Roles, string? Partner)[] All =
    [
        (DemoSandbox.Drafter, [Role.Analyst, Role.Publisher], null),
        (DemoSandbox.Approver, [Role.Approver], null),
        ("operator", [Role.Operator], null),
        ("officer", [Role.Officer], null),
        ("methodologist", [Role.Methodologist], null),
        ("auditor", [Role.Auditor], null),
        ("shelter", [Role.Partner], "SIG"),
        ("police", [Role.Partner], "KOL"),
    ];

    public static void Make(Installation installation)
    {
        foreach (var (name, roles, partner) in All)
        {
            if (installation.Users.Put(name, DemoSandbox.CredentialOf(name), roles, "demo", PasswordRounds, partner).Failure is { } failure)
            {
                throw new InvalidOperationException($"A user of the demonstration cannot be made: {failure.Code}.");
            }

            installation.SecondFactors.Set(name, DemoSecret.Of(name));
        }
    }
}
