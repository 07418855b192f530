using System.CommandLine;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>key PARTNER [--days N]</c> makes a key for a partner's program and prints it once; <c>key --revoke ID</c> ends one.</summary>
internal sealed class KeyVerb : IVerb
{
    private const int MostDays = 400;

    private readonly Argument<string?> _partner = new("PARTNER") { Arity = ArgumentArity.ZeroOrOne };
    private Option<int> _days = null!;
    private Option<string?> _revoke = null!;

    public Command Describe(Messages messages)
    {
        _partner.Description = messages["OptionPartner"];
        _days = new Option<int>("--days") { Description = messages["OptionKeyDays"], HelpName = "N", DefaultValueFactory = _ => 365 };
        _revoke = new Option<string?>("--revoke") { Description = messages["OptionKeyRevoke"], HelpName = "ID" };
        return new Command("key", messages["VerbKey"]) { _partner, _days, _revoke };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call));

    private ExitCode Run(VerbCall call)
    {
        var name = call.Parsed.GetValue(_partner);
        var revoked = call.Parsed.GetValue(_revoke);
        var days = call.Parsed.GetValue(_days);
        if ((name is null) == (revoked is null) || days is < 1 or > MostDays)
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "KeyUsage", $"{MostDays}"));
        }

        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            return revoked is not null ? Revoke(call, desk, revoked) : Issue(call, desk, name!, days);
        }
    }

    private static ExitCode Revoke(VerbCall call, ReleaseDesk desk, string keyId)
    {
        if (desk.Installation.PartnerKeys.Revoke(keyId, actor: "operator").Failure is { } unknown)
        {
            return call.Fail(unknown);
        }

        call.Terminal.Say("KeyRevoked", keyId);
        return ExitCode.Success;
    }

    private static ExitCode Issue(VerbCall call, ReleaseDesk desk, string name, int days)
    {
        if (!PartnerName.TryRead(name, out var partner) || !desk.Store.FindPartner(partner).Succeeded)
        {
            return call.Fail(StoreFailures.Of(Ingest.Storage.StoreFailureCode.UnknownPartner));
        }

        if (!desk.Installation.PartnerKeys.Issue(partner.Value, TimeSpan.FromDays(days), actor: "operator").Succeeded(out var key, out var failure))
        {
            return call.Fail(failure);
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, partner = partner.Value, key, days });
        }
        else
        {
            call.Terminal.Result(key);
            call.Terminal.Note("KeyIssued", partner.Value, days);
        }

        return ExitCode.Success;
    }
}
