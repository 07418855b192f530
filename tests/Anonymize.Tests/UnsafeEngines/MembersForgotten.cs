using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Looks at what a crossed table prints, and not at the members of its rows.</summary>
internal sealed class MembersForgotten : UnsafeEngine
{
    public override bool Concerns(Instance instance) => instance.Releases[^1].Any(t => t.Axes.Any(a => a.DeclaresRows));

    public override Candidate? Propose(Instance instance, Ledger ledger) => PassedOff(instance, ledger, WithoutMembers(instance), ledger);

    private static Instance WithoutMembers(Instance instance) => new()
    {
        Variables = instance.Variables,
        Impossible = instance.Impossible,
        Persons = instance.Persons,
        Partners = instance.Partners,
        Rules = instance.Rules with { LatentMembers = false },
        Background = instance.Background,
        Releases = instance.Releases,
    };
}
