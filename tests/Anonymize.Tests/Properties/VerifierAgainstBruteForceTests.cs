using Publication.Ledgers;
using Publication.Releases;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// The verifier against the attacker with unlimited time, on random worlds and random patterns: it certifies what is safe when it is given every
/// alternative, and nothing else whatever it is given.
/// </summary>
[Trait("culture", "first")]
public sealed class VerifierAgainstBruteForceTests
{
    private const int MostWitnesses = 1_200;

    [Fact]
    public void EveryAlternative_VerifiesExactlyWhatIsSafe()
    {
        var tally = Trials.Run(2_500, firstSeed: 1, Fault);

        Assert.True(tally["judged"] * 2 >= tally["worlds"], tally.ToString());
        Assert.True(tally["safe"] * 4 >= tally["judged"] && tally["unsafe"] * 4 >= tally["judged"], tally.ToString());
        Assert.True(tally["linked with a hierarchy"] * 2 >= tally["judged"], tally.ToString());
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var choices = new Tape([.. numbers.Reverse()]);
        if (Worlds.SafeHistory(instance, choices) is not { } ledger)
        {
            return null;
        }

        var content = Patterns.Fill(instance, instance.Releases[^1], ledger, Patterns.Random(choices, instance.Rules.K));
        ReleaseContent[] releases = [.. Worlds.Contents(ledger), content];
        if (Listing.Witnesses(instance, releases, MostWitnesses) is not { } all || Worlds.Broken(instance, releases) is not { } broken)
        {
            return null;
        }

        tally.Count("judged");
        tally.Count(broken.Count == 0 ? "safe" : "unsafe");
        tally.Count("linked with a hierarchy", instance.IsLinkedAndHierarchical);
        tally.Count("with a history", releases.Length > 1);
        var outcome = Verify(instance, content, ledger, all);
        if (outcome.Findings.FirstOrDefault(f => f.Code != FindingCodes.RequirementUnmet) is { } odd)
        {
            return $"unexpected {odd}\n{Worlds.Describe(instance, releases)}";
        }

        if ((outcome.Verified is not null) != (broken.Count == 0))
        {
            return $"verifier: [{string.Join(" | ", outcome.Findings.Select(f => f.Subject))}] brute force: [{string.Join(" | ", broken.Select(b => b.Name))}]\n{Worlds.Describe(instance, releases)}";
        }

        var some = all.Where(_ => choices.Chance(50)).ToArray();
        return broken.Count > 0 && Verify(instance, content, ledger, some).Verified is not null
            ? $"fewer witnesses verified what all of them do not\n{Worlds.Describe(instance, releases)}"
            : null;
    }

    private static VerificationOutcome Verify(Instance instance, ReleaseContent content, Ledger ledger, IReadOnlyList<Witness> witnesses) =>
        ReleaseVerifier.Verify(Patterns.Candidate(instance, content, ledger, witnesses), Patterns.Records(instance), ledger, instance.Rules);
}
