using System.CommandLine;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>partner FILE</c>: enters partners into the register, or changes what it says about them.</summary>
internal sealed class PartnerVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE");

    public Command Describe(Messages messages)
    {
        _file.Description = messages["ArgumentPartners"];
        return new Command("partner", messages["VerbPartner"]) { _file };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call));

    private ExitCode Run(VerbCall call)
    {
        if (!PartnerFile.Read(call.Parsed.GetRequiredValue(_file)).Succeeded(out var partners, out var failure)
            || !Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out failure)
            || !ReleaseDesk.OpenStore(installation).Succeeded(out var store, out failure))
        {
            return call.Fail(failure);
        }

        using (store)
        {
            foreach (var partner in partners)
            {
                var registered = store.Register(partner.ToPartner(), "operator");
                if (!registered.Succeeded)
                {
                    return call.Fail(StoreFailures.Of(registered.Failure!.Value));
                }
            }
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, partners = partners.Select(p => p.Id) });
        }
        else
        {
            call.Terminal.Say("PartnersKept", partners.Count, string.Join(", ", partners.Select(p => p.Id)));
        }

        return ExitCode.Success;
    }
}
