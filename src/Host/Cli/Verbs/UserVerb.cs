using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>user NAME --role ROLE… [--partner ID]</c>: makes a user or changes one; <c>--disable</c> shuts one out.</summary>
internal sealed class UserVerb : IVerb
{
    private readonly Argument<string> _name = new("USER");
    private Option<string[]> _roles = null!;
    private Option<string?> _partner = null!;
    private Option<bool> _disable = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _name.Description = messages["ArgumentUser"];
        _roles = new Option<string[]>("--role") { Description = messages["OptionRole"], HelpName = string.Join('|', RoleName.All), AllowMultipleArgumentsPerToken = true };
        _roles.AcceptOnlyFromAmong([.. RoleName.All]);
        _partner = new Option<string?>("--partner") { Description = messages["OptionUserPartner"], HelpName = "ID" };
        _disable = new Option<bool>("--disable") { Description = messages["OptionDisable"] };
        _credential = CredentialSource.NewOption(messages);
        return new Command("user", messages["VerbUser"]) { _name, _roles, _partner, _disable, _credential };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call));

    private ExitCode Run(VerbCall call)
    {
        var disable = call.Parsed.GetValue(_disable);
        var roles = call.Parsed.GetValue(_roles)?.Select(r => RoleName.Read(r)!.Value).ToArray() ?? [];
        if (roles.Length == 0 && !disable)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "RoleNotGiven"));
        }

        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure))
        {
            return call.Fail(failure);
        }

        var name = call.Parsed.GetRequiredValue(_name);
        if (disable)
        {
            return installation.Roles.Disable(name, actor: "operator").Failure is { } refused ? call.Fail(refused) : Say(call, "UserDisabled", name);
        }

        if (!CredentialSource.Read(call, _credential).Succeeded(out var credential, out failure))
        {
            return call.Fail(failure);
        }

        return installation.Users.Put(name, credential, roles, actor: "operator", partner: call.Parsed.GetValue(_partner)).Failure is { } wrong ? call.Fail(wrong) : Say(call, "UserKept", name);
    }

    private static ExitCode Say(VerbCall call, string key, string name)
    {
        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, user = name, result = key });
        }
        else
        {
            call.Terminal.Say(key, name);
        }

        return ExitCode.Success;
    }
}
