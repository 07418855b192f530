using Anonymize.Tests.Oracle;
using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Thinks that those who sent the records know no more than the public.</summary>
internal sealed class PartnersIgnored : UnsafeEngine
{
    public override bool Concerns(Instance instance) => instance.Rules.Rho > 0;

    public override Candidate? Propose(Instance instance, Ledger ledger) => PassedOff(instance, ledger, WithoutPartners(instance), ledger);

    private static Instance WithoutPartners(Instance instance) => new()
    {
        Variables = instance.Variables,
        Impossible = instance.Impossible,
        Persons = [.. instance.Persons.Select(p => new Person(p.Leaves, []))],
        Partners = 0,
        Rules = instance.Rules,
        Background = instance.Background,
        Releases = instance.Releases,
    };
}
