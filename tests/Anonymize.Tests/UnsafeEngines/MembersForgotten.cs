using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Looks at what a crossed table prints, and not at the members of its rows.</summary>
internal sealed class MembersForgotten : UnsafeEngine
{
    public override bool Concerns(Instance instance) => instance.Releases[^1].Any(t => t.Axes.Any(a => a.DeclaresRows));

    public override Candidate? Propose(Instance instance, Ledger ledger) => PassedOff(instance, ledger, Under(instance, instance.Rules with { LatentMembers = false }), ledger);
}
