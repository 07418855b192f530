using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>A variable of which persons have several categories: each counts the persons who have it, the Total counts persons.</summary>
[Trait("culture", "first")]
public sealed class MultipleTests
{
    public static TheoryData<string> Kinds => ["strangers", "insiders", "differences", "attribute", "latent", "two"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SmallTables_WhatIsCertifiedNobodyBreaks(string kind)
    {
        var rules = Rules(kind);
        var (certified, refused, undecided, wouldLeak) = (0, 0, 0, 0);
        for (var i = 0; i < 15; i++)
        {
            var world = World(i, kind, rules);
            var outcome = TableProtector.Protect(world.Spec, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Faults);
            if (outcome.Blocking is not null)
            {
                refused++;
                continue;
            }

            certified++;
            var printed = SomeTables.Cells(outcome.Tables[0]).ToArray();
            Assert.All(printed.Where(p => p.Shown is not null), p => Assert.Equal(world.MembersOf(p.Codes).Sum(m => world.Counts[m]), p.Shown));
            var leaks = new InsiderOracle(world, printed).Leaks();
            undecided += leaks is null ? 1 : 0;
            Assert.True(leaks is null or 0, $"{kind}, world {i}: {leaks}");
            var small = printed.Select(p => (p.Codes, Shown: (long?)world.MembersOf(p.Codes).Sum(m => world.Counts[m]))).Select(p => (p.Codes, p.Shown is >= 1 && p.Shown < rules.K ? null : p.Shown));
            wouldLeak += new InsiderOracle(world, small).Leaks() > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} certified, {2} refused, {3} undecided, {4} would leak", kind, certified, refused, undecided, wouldLeak);
        Assert.True(certified >= 8 && undecided <= certified / 2 && wouldLeak >= 2, $"{certified} certified, {refused} refused, {undecided} undecided, {wouldLeak} would leak");
    }

    /// <summary>Given every alternative as a witness, the verifier accepts a pattern exactly where the brute force does.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnyPatternWithAllItsAlternatives_TheVerifierAcceptsExactlyWhatIsSafe(string kind)
    {
        var rules = Rules(kind);
        var (safe, unsafeOnes) = (0, 0);
        for (var i = 0; i < 18; i++)
        {
            var world = World(i, kind, rules);
            var system = SomeTables.System(world.Spec, world.Records);
            var maker = new TabulationMaker(system, world.Records, world.Spec.Partner);
            var random = new Random(i);
            var hidden = system.Values.Select((_, c) => system.IsPrimary[c] || random.Next(4) == 0).ToArray();
            var tabulation = maker.Make(world.Spec, hidden);
            var printed = SomeTables.Printed(system, hidden).ToArray();
            if (new InsiderOracle(world, printed).Populations() is not { Count: < 2_000 } populations)
            {
                continue;
            }

            TabulationWitness[] witnesses = [.. populations.Select(p => Change(world, p))];
            var refused = TabulationVerifier.Verify(tabulation, maker.Records, witnesses);
            Assert.All(refused, f => Assert.Equal(TabulationFindingKind.NotReached, f.Kind));
            var leaks = new InsiderOracle(world, printed).Leaks();
            Assert.True((leaks == 0) == (refused.Count == 0), $"{kind}, world {i}: {leaks} leaks, {refused.Count} findings");
            (safe, unsafeOnes) = leaks == 0 ? (safe + 1, unsafeOnes) : (safe, unsafeOnes + 1);
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} safe, {2} unsafe", kind, safe, unsafeOnes);
        Assert.True(safe >= 3 && unsafeOnes >= 3, $"{safe} safe, {unsafeOnes} unsafe");
    }

    /// <summary>Three persons, five answers. The order in which somebody's categories stand, and blanks around them, say nothing.</summary>
    [Fact]
    public void ACategoryCountsWhoHasIt_AndTheTotalCountsPersons()
    {
        var outcome = Protect(Spec(new ContingencyRules()), "a;b", "b; a", "b");
        Assert.Equal(["a", "b", "Total"], outcome.Tables[0].Codes[0]);
        Assert.Equal([2, 3, 3], outcome.Tables[0].Values);
    }

    /// <summary>An alternative in which somebody has three categories proves nothing to whoever knows that two is the most.</summary>
    [Fact]
    public void WhatAProofTakesForPossible_FailsWhereEverybodyKnowsThatItIsNot()
    {
        string[] cases = ["a;b", "a;b", "a;b", "a;b", "c", "a;c", "b;c", "a", "b", "a;b"];
        var spec = Spec(new ContingencyRules { K = 4, Level = ContingencyLevel.Strict });
        var known = spec with { Variables = [spec.Variables[0] with { AtMost = 2 }] };
        var (free, bound) = (Protect(spec, cases), Protect(known, cases));
        Assert.Equal(0, Unproved(known, bound));
        Assert.True(Unproved(known, free) > 0);

        int? Unproved(ContingencySpec of, ContingencyOutcome made) => TableProtector.Check(
            of,
            Records(cases),
            SpecFiles.None,
            new Dictionary<string, IReadOnlyDictionary<string, long?>>(StringComparer.Ordinal)
            {
                ["t"] = SomeTables.Cells(made.Tables[0]).ToDictionary(c => TableProtector.KeyOf(c.Codes), c => c.Shown, StringComparer.Ordinal),
            },
            made.Certificate)!.Unproved;
    }

    /// <summary>Of eight categories not all sets are looked at; what is found is proved all the same, and little needs to be hidden.</summary>
    [Fact]
    public void ManyCategories_AreProtectedWithTheSetsThatOccurAndThoseBesideThem()
    {
        var random = new Random(3);
        string[] cases = [.. Enumerable.Range(0, 60).Select(_ => string.Join(';', Enumerable.Range(0, 1 + (random.Next(3) / 2)).Select(_ => "abcdefgh"[random.Next(8) * random.Next(8) / 8])))];
        var outcome = Protect(Spec(new ContingencyRules { K = 5, Persons = true }), cases);
        Assert.Null(outcome.Blocking);
        Assert.Equal(0, outcome.Summary!.LowerBound);
        foreach (var (codes, shown) in SomeTables.Cells(outcome.Tables[0]).Where(c => c.Shown is not null))
        {
            Assert.Equal(cases.Count(c => codes[0] == "Total" || c.Split(';').Contains(codes[0], StringComparer.Ordinal)), shown);
        }

        Assert.True(outcome.Tables[0].Values.Count(v => v is null) is > 0 and < 6);
    }

    [Theory]
    [InlineData("a;b;c", InputFaultKind.TooManyCategories)]
    [InlineData(";b", InputFaultKind.EmptyCode)]
    [InlineData("", InputFaultKind.EmptyCode)]
    [InlineData("a;Total", InputFaultKind.ReservedName)]
    public void WhatIsNoSet_IsSaid(string text, InputFaultKind kind)
    {
        var spec = Spec(new ContingencyRules());
        var outcome = Protect(spec with { Variables = [spec.Variables[0] with { AtMost = 2 }] }, "a", text);
        Assert.Equal([kind], outcome.Faults.Select(f => f.Kind));
    }

    /// <summary>A leaf of the hierarchy that the reading of a record can never give would be a set of other leaves by its name, or nobody's.</summary>
    [Theory]
    [InlineData("a;b")]
    [InlineData(" c")]
    [InlineData("c ")]
    public void LeafThatNobodyCanHave_IsSaid(string leaf)
    {
        string[][] hierarchy = [["a", "x"], ["b", "y"], [leaf, "y"]];
        var files = new SpecFiles { Hierarchies = new Dictionary<string, IReadOnlyList<string[]>>(StringComparer.Ordinal) { ["v"] = hierarchy } };
        var (_, faults) = SystemBuilder.Build(Spec(new ContingencyRules()), Records(["a", "a;b"]), files);
        Assert.Equal([new InputFault(InputFaultKind.NotOneCategory, "v", 1)], faults);
    }

    private static ContingencySpec Spec(ContingencyRules rules) => new()
    {
        Variables = [new VariableSpec("v", VariableSpecRole.Sensitive, [], null) { Multiple = ";" }],
        Tables = [SomeTables.Table("t", "v")],
        Rules = rules,
    };

    private static ContingencyOutcome Protect(ContingencySpec spec, params string[] cases) => TableProtector.Protect(spec, Records(cases), SpecFiles.None, TestContext.Current.CancellationToken);

    private static ContingencyRecords Records(string[] cases) => new(["v"], [cases], [[.. cases.Select((_, i) => i)]], [.. cases.Select(_ => 1L)]);

    private static ContingencyRules Rules(string kind)
    {
        var rules = new ContingencyRules { K = 3, Level = ContingencyLevel.Band };
        return kind switch
        {
            "insiders" => rules with { Persons = true, Coalition = 1 },
            "differences" => rules with { Differences = true, Persons = true },
            "attribute" => rules with { K = 2, Kappa = 1, Slack = 1, Persons = true },
            "latent" => rules with { Latent = 2 },
            _ => rules,
        };
    }

    private static SomeOffices World(int i, string kind, ContingencyRules rules)
    {
        int[] shape = (i % 3) switch { 0 => [3], 1 => [2, 2], _ => [3, 2] };
        var world = new SomeOffices(shape, 0, offices: 2, 4000 + (61 * i), rules, isSparse: i % 2 == 0, atMost: kind == "two" ? 1 + (i % 2) : shape[^1], isTold: kind == "two");
        return rules.Kappa < 0 ? world : world.WithSensitive();
    }

    private static TabulationWitness Change(SomeOffices world, long[] population)
    {
        int[] changed = [.. population.Index().Where(p => p.Item != world.Counts[p.Index]).Select(p => p.Index)];
        return new TabulationWitness([.. changed.Select(world.LeavesOf)], [.. changed.Select(c => population[c] - world.Counts[c])]);
    }
}
