using Publication.Ledgers;
using Publication.Releases;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// The verifier against the attacker with unlimited time, on random worlds and random patterns: it certifies what is safe when it is given every
/// alternative, and nothing else whatever it is given.
/// </summary>
public sealed class VerifierAgainstBruteForceTests
{
    private const int WorldCount = 2_500;
    private const int MostWitnesses = 1_200;

    [Fact]
    public void EveryAlternative_VerifiesExactlyWhatIsSafe()
    {
        var tally = new Tally();
        for (var seed = 1U; seed <= WorldCount; seed++)
        {
            var numbers = Tape.Draw(seed);
            if (Judge(numbers, tally) is { } fault)
            {
                var smallest = Tape.Shrink(numbers, n => Judge(n, new Tally()) is not null);
                Assert.Fail($"Seed {seed}: {fault}\nShrunk: {Judge(smallest, new Tally())}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        Assert.True(tally.Judged >= WorldCount / 2, tally.ToString());
        Assert.True(tally.Safe * 5 >= tally.Judged && tally.Unsafe * 4 >= tally.Judged, tally.ToString());
        Assert.True(tally.Linked * 2 >= tally.Judged, tally.ToString());
    }

    private static string? Judge(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var choices = new Tape([.. numbers.Reverse()]);
        if (Worlds.SafeHistory(instance, choices) is not { } ledger)
        {
            return null;
        }

        var content = Patterns.Fill(instance, instance.Releases[^1], ledger, Patterns.Random(choices, instance.Rules.K));
        ReleaseContent[] releases = [.. Worlds.Contents(ledger), content];
        if (Listing.Witnesses(instance, releases, MostWitnesses) is not { } all || Worlds.Broken(instance, releases, []) is not { } broken)
        {
            return null;
        }

        tally.Add(broken.Count == 0, instance.IsLinkedAndHierarchical, releases.Length > 1);
        var outcome = Verify(instance, content, ledger, all);
        if (outcome.Findings.FirstOrDefault(f => f.Code != FindingCodes.RequirementUnmet) is { } odd)
        {
            return $"unexpected {odd}\n{Describe(instance, releases)}";
        }

        if ((outcome.Verified is not null) != (broken.Count == 0))
        {
            return $"verifier: [{string.Join(" | ", outcome.Findings.Select(f => f.Subject))}] brute force: [{string.Join(" | ", broken.Select(b => b.Name))}]\n{Describe(instance, releases)}";
        }

        var some = all.Where(_ => choices.Chance(50)).ToArray();
        return broken.Count > 0 && Verify(instance, content, ledger, some).Verified is not null
            ? $"fewer witnesses verified what all of them do not\n{Describe(instance, releases)}"
            : null;
    }

    private static VerificationOutcome Verify(Instance instance, ReleaseContent content, Ledger ledger, IReadOnlyList<Witness> witnesses) =>
        ReleaseVerifier.Verify(Patterns.Candidate(instance, content, ledger, witnesses), Patterns.Records(instance), ledger, instance.Rules);

    private static string Describe(Instance instance, IEnumerable<ReleaseContent> releases) =>
        instance.Describe() + string.Join('\n', releases.SelectMany(r => r.Tables).Select(t => t.Design.Id + ": " + string.Join(' ', t.Cells.Select(CellMark.Of))));

    private sealed class Tally
    {
        public int Judged { get; private set; }

        public int Safe { get; private set; }

        public int Unsafe => Judged - Safe;

        public int Linked { get; private set; }

        public int WithHistory { get; private set; }

        public void Add(bool isSafe, bool isLinked, bool hasHistory)
        {
            Judged++;
            Safe += isSafe ? 1 : 0;
            Linked += isLinked ? 1 : 0;
            WithHistory += hasHistory ? 1 : 0;
        }

        public override string ToString() => $"{Judged} judged: {Safe} safe, {Unsafe} unsafe; {Linked} linked with a hierarchy, {WithHistory} with a history";
    }
}
