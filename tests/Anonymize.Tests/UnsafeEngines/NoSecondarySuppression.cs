using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Hides what is rare, and thinks that is all.</summary>
internal sealed class NoSecondarySuppression : UnsafeEngine
{
    public override Candidate Propose(Instance instance, Ledger ledger) =>
        WithBestProof(instance, Worlds.PrimariesOnly(instance, instance.Releases[^1], ledger), ledger);
}
