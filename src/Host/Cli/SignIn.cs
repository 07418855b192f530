using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Security;

namespace Host.Cli;

/// <summary>The option <c>--as USER</c> and the check behind it.</summary>
internal static class SignIn
{
    public static Option<string?> NewOption(Texts.Messages messages, bool required = true) =>
        new("--as") { Description = messages["OptionAs"], HelpName = "USER", Required = required };

    /// <summary>Checks user, credential, and that the user has one of the roles.</summary>
    /// <returns>The user's id.</returns>
    public static Outcome<string> Check(VerbCall call, Installation installation, string user, Option<string?> credentialFile, params Role[] roles)
    {
        if (!CredentialSource.Read(call, credentialFile).Succeeded(out var credential, out var failure))
        {
            return failure;
        }

        Failure? refused = null;
        foreach (var role in roles)
        {
            refused = installation.Users.Check(user, credential, role).Failure;
            if (refused is not { Code: "RoleMissing" })
            {
                break;
            }
        }

        return refused is null ? user : refused;
    }
}
