using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Protects each release as if nothing had been published before.</summary>
internal sealed class EarlierReleasesForgotten : UnsafeEngine
{
    public override bool Concerns(Instance instance) => instance.Releases.Count > 1;

    public override Candidate? Propose(Instance instance, Ledger ledger) => PassedOff(instance, ledger, instance, Ledger.Empty);
}
