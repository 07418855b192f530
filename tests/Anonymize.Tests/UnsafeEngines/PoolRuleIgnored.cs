using Anonymize.Tests.Oracle;
using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Pools rare categories until their sum may be shown, and forgets that readers know how pools are made.</summary>
internal sealed class PoolRuleIgnored : UnsafeEngine
{
    public override bool Concerns(Instance instance)
    {
        var duties = new Duties(instance.Space, instance.Persons, instance.Partners);
        return instance.Releases[^1].SelectMany(t => duties.Of(t, instance.Rules)).Any(d => d.Insight.Caps.Count > 0);
    }

    public override Candidate? Propose(Instance instance, Ledger ledger) => PassedOff(instance, ledger, Under(instance, instance.Rules with { PoolRuleKnown = false }), ledger);
}
