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

    /// <summary>Checks user, credential and role.</summary>
    /// <returns>The user's id.</returns>
    public static Outcome<string> Check(VerbCall call, Installation installation, string user, Option<string?> credentialFile, Role role)
    {
        if (!CredentialSource.Read(call, credentialFile).Succeeded(out var credential, out var failure))
        {
            return failure;
        }

        return installation.Users.Check(user, credential, role).Failure is { } refused ? refused : user;
    }
}
