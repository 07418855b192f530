using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>
/// An engine with one mistake that is easy to make. It proposes the last release of a world, with the best proof it can find; null where even
/// it finds nothing.
/// </summary>
internal abstract class UnsafeEngine
{
    private const int MostWitnesses = 3_000;

    /// <summary>The world has what the mistake is about.</summary>
    public virtual bool Concerns(Instance instance) => true;

    public abstract Candidate? Propose(Instance instance, Ledger ledger);

    public override string ToString() => GetType().Name;

    /// <summary>The tables with every alternative that there is, or those found where they are too many: no proof could be better.</summary>
    protected static Candidate WithBestProof(Instance instance, ReleaseContent content, Ledger ledger) => Patterns.Candidate(
        instance, content, ledger, Listing.Witnesses(instance, [.. Worlds.Contents(ledger), content], MostWitnesses) ?? []);

    /// <summary>What the real engine proposes for a world that is not quite this one, passed off as an answer for this one.</summary>
    protected static Candidate? PassedOff(Instance instance, Ledger ledger, Instance mistaken, Ledger mistakenLedger) =>
        Engine.Run(Engine.Problem(mistaken, mistaken.Releases[^1], mistakenLedger)).Candidate is { } candidate
            ? Patterns.Candidate(
                instance,
                Patterns.Content(instance, candidate.Content.Tables),
                ledger,
                candidate.Certificate.Witnesses[Instance.Population])
            : null;

    /// <summary>The same world, under other rules than those it is judged by.</summary>
    protected static Instance Under(Instance instance, RuleSet rules) => new()
    {
        Variables = instance.Variables,
        Impossible = instance.Impossible,
        Persons = instance.Persons,
        Partners = instance.Partners,
        Rules = rules,
        Background = instance.Background,
        Releases = instance.Releases,
    };
}
