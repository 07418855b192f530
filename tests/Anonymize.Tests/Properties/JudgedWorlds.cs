using Anonymize.Tests.Oracle;
using Publication.Releases;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>Thousands of small worlds, each protected by the engine once and judged by every promise of the design's §11.</summary>
public sealed class JudgedWorlds
{
    internal const string Outsiders = "outsiders", Insiders = "insiders", Gate = "gate", Monotony = "monotony", Forgery = "forgery", State = "state", Sums = "sums", Bytes = "bytes";

    private readonly Lazy<Survey> _survey = new(() => Trials.Judge(2_400, firstSeed: 100_001, InstanceBuilder.From, Faults));

    internal Survey Survey => _survey.Value;

    private static IEnumerable<Fault> Faults(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var choices = new Tape([.. numbers.Reverse()]);
        var ledger = Engine.History(instance);
        var earlier = Worlds.Contents(ledger);
        var mustShow = Patterns.MustShow(choices);
        var problem = Engine.Problem(instance, instance.Releases[^1], ledger, mustShow);
        var protection = Engine.Run(problem);
        var hidesMost = Patterns.Fill(instance, problem.Designs, ledger, (cell, _) => !problem.Designs.Any(d => Enumerable.Range(0, d.CellCount).Any(c => d.DefinitionOf(c).Equals(cell) && mustShow(d, cell))));
        if (Worlds.Broken(instance, protection.Candidate is { } made ? [.. earlier, made.Content] : [.. earlier, hidesMost]) is not { } broken)
        {
            yield break;
        }

        tally.Count("judged");
        tally.Count("with a history", earlier.Count > 0);
        tally.Count("linked with a hierarchy", instance.IsLinkedAndHierarchical);
        tally.Count("primaries alone leak", Worlds.PrimariesAloneLeak(instance, problem.Designs, ledger));
        if (protection.Candidate is not { } candidate)
        {
            tally.Count("refused");
            tally.Count("refused needlessly", broken.Count == 0);
            yield break;
        }

        tally.Count("certified");
        var judged = new Judged(instance, ledger, problem, candidate);
        var names = judged.Duties().Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var attacker in EnginePropertiesTests.Attackers)
        {
            tally.Count("certified against " + attacker, names.Any(n => n.Contains(attacker, StringComparison.Ordinal)));
        }

        var outcome = ReleaseVerifier.Verify(candidate, problem.Records, ledger, instance.Rules);
        if (outcome.Verified is null)
        {
            yield return new Fault(Gate, $"not verified: {string.Join(" | ", outcome.Findings)}\n{judged.Describe()}");
            yield break;
        }

        (string Promise, string? What)[] faults =
        [
            (Outsiders, Harm(broken.Where(b => !IsInsider(b)), judged)),
            (Insiders, Harm(broken.Where(IsInsider), judged)),
            (Monotony, HidingOneMore.Fault(judged, choices, tally)),
            (Forgery, ForgedProofs.Fault(judged, choices, tally)),
            (State, OneState.Fault(judged, tally)),
            (Sums, SumsAddUp.Fault(judged, tally)),
            (Bytes, WitnessForTruth.Fault(judged, tally)),
        ];
        foreach (var (promise, what) in faults)
        {
            if (what is not null)
            {
                yield return new Fault(promise, what);
            }
        }
    }

    private static bool IsInsider(Obligation duty) => duty.Insight.Records.Count > 0;

    private static string? Harm(IEnumerable<Obligation> broken, Judged judged) =>
        string.Join(" | ", broken.Select(b => b.Name)) is { Length: > 0 } names ? $"certified, but [{names}]\n{judged.Describe()}" : null;
}
