using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Hides a figure behind persons whom the world knows cannot exist.</summary>
internal sealed class LinksIgnored : UnsafeEngine
{
    public override bool Concerns(Instance instance) => instance.Impossible.Count > 0;

    public override Candidate? Propose(Instance instance, Ledger ledger) => PassedOff(instance, ledger, WithoutLinks(instance), ledger);

    private static Instance WithoutLinks(Instance instance) => new()
    {
        Variables = instance.Variables,
        Impossible = [],
        Persons = instance.Persons,
        Partners = instance.Partners,
        Rules = instance.Rules,
        Background = instance.Background,
        Releases = instance.Releases,
    };
}
