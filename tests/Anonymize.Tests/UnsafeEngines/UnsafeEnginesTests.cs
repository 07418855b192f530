using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Each planted mistake leads to releases that leak; the brute force sees every one of them, and the gate lets none through.</summary>
[Trait("culture", "last")]
public sealed class UnsafeEnginesTests
{
    private const int MostProposals = 150;

    public static TheoryData<string> Names => [.. Engines.Select(e => e.ToString())];

    private static UnsafeEngine[] Engines =>
    [
        new NoSecondarySuppression(), new MarginsLeftOut(), new EarlierReleasesForgotten(), new PartnersIgnored(), new LinksIgnored(), new PoolRuleIgnored(),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void PlantedMistake_IsCaughtByTheBruteForceAndByTheGate(string name)
    {
        var engine = Engines.Single(e => string.Equals(e.ToString(), name, StringComparison.Ordinal));

        var tally = Trials.Run(1_000, firstSeed: 200_001, (numbers, tally) => Fault(engine, numbers, tally));

        Assert.True(tally["leaks"] >= 5, $"{name}: {tally}");
    }

    /// <summary>
    /// Three pools that share the fourth category: a1 + a2 + s, a2 + a3 + s and a1 + a3 + s are 5. So the three are equal and s is odd: it cannot
    /// be 0, though a linear programme finds 2.5, 2.5, 2.5 and 0.
    /// </summary>
    [Fact]
    public void HalfPersons_AreCaughtByTheBruteForceAndByTheGate()
    {
        var instance = ParityWorld.Instance;
        var candidate = new HalfPersons().Propose(instance, Ledger.Empty);

        Assert.NotNull(candidate);
        Assert.Equal(3, candidate.Content.Tables.Count(t => t.Cells[0].IsShown));
        var broken = Worlds.Broken(instance, [candidate.Content]);
        Assert.NotNull(broken);
        Assert.NotEmpty(broken);
        Assert.Null(ReleaseVerifier.Verify(candidate, Patterns.Records(instance), Ledger.Empty, instance.Rules).Verified);
    }

    [Fact]
    public void ParityWorld_IsNotLeakedByTheEngine()
    {
        var instance = ParityWorld.Instance;
        var candidate = Engine.Run(Engine.Problem(instance, instance.Releases[^1], Ledger.Empty)).Candidate;

        Assert.NotNull(candidate);
        Assert.Empty(Worlds.Broken(instance, [candidate.Content])!);
    }

    /// <summary>Three categories below 5 that sum to 12: whoever knows that all three are below 5 knows that each is 4.</summary>
    [Fact]
    public void PoolThatItsRuleSettles_IsCaughtByTheBruteForceAndByTheGate()
    {
        var instance = SettledPool.Instance;
        var candidate = new PoolRuleIgnored().Propose(instance, Ledger.Empty);

        Assert.NotNull(candidate);
        Assert.Equal(12, candidate.Content.Tables[0].Cells[0].Value);
        Assert.Equal(["pool", "pool", "pool"], Worlds.Broken(instance, [candidate.Content])!.Select(b => b.Name));
        Assert.Null(ReleaseVerifier.Verify(candidate, Patterns.Records(instance), Ledger.Empty, instance.Rules).Verified);
        Assert.Null(Engine.Run(Engine.Problem(instance, instance.Releases[^1], Ledger.Empty, (_, cell) => cell.Nodes is [{ Leaves.Count: 3 }])).Candidate);
    }

    /// <summary>Thirty-one in the form and thirty in one of its two sectors: the link gives the other sector away.</summary>
    [Fact]
    public void LinkThatGivesASectorAway_IsCaughtByTheBruteForceAndByTheGate()
    {
        var instance = LinkedSectors.Instance;
        var candidate = new LinksIgnored().Propose(instance, Ledger.Empty);

        Assert.NotNull(candidate);
        Assert.NotEmpty(Worlds.Broken(instance, [candidate.Content])!);
        Assert.Null(ReleaseVerifier.Verify(candidate, Patterns.Records(instance), Ledger.Empty, instance.Rules).Verified);
        var honest = Engine.Run(Engine.Problem(instance, instance.Releases[^1], Ledger.Empty)).Candidate;
        Assert.NotNull(honest);
        Assert.Empty(Worlds.Broken(instance, [honest.Content])!);
    }

    /// <summary>Two crossings join the rows in two ways: each prints nothing below five, and together they leave two women in begging.</summary>
    [Fact]
    public void UnionsThatDiffer_AreCaughtByTheBruteForceAndByTheGate()
    {
        var instance = DifferentUnions.Instance;
        var candidate = new MembersForgotten().Propose(instance, Ledger.Empty);

        Assert.NotNull(candidate);
        Assert.All(candidate.Content.Tables, t => Assert.Equal(0, t.HiddenCount));
        Assert.All(Worlds.Broken(instance, [candidate.Content])!, b => Assert.StartsWith("R9", b.Name, StringComparison.Ordinal));
        Assert.NotEmpty(Worlds.Broken(instance, [candidate.Content])!);
        Assert.Null(ReleaseVerifier.Verify(candidate, Patterns.Records(instance), Ledger.Empty, instance.Rules).Verified);
        var honest = Engine.Run(Engine.Problem(instance, instance.Releases[^1], Ledger.Empty)).Candidate;
        Assert.NotNull(honest);
        Assert.Empty(Worlds.Broken(instance, [honest.Content])!);
    }

    private static string? Fault(UnsafeEngine engine, int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        if (!engine.Concerns(instance) || tally["proposed"] == MostProposals)
        {
            return null;
        }

        var ledger = Engine.History(instance);
        if (engine.Propose(instance, ledger) is not { } candidate || Worlds.Broken(instance, [.. Worlds.Contents(ledger), candidate.Content]) is not { } broken)
        {
            return null;
        }

        var accepted = ReleaseVerifier.Verify(candidate, Patterns.Records(instance), ledger, instance.Rules).Verified is not null;
        tally.Count("proposed");
        tally.Count("leaks", broken.Count > 0);
        tally.Count("safe by luck, and verified", broken.Count == 0 && accepted);
        tally.Count("safe by luck, and refused", broken.Count == 0 && !accepted);
        return broken.Count > 0 && accepted
            ? $"{engine} got through: [{string.Join(" | ", broken.Select(b => b.Name))}]\n{Worlds.Describe(instance, [.. Worlds.Contents(ledger), candidate.Content])}"
            : null;
    }
}
