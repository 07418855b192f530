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
        for (var i = 0; i < 24; i++)
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
        Assert.True(certified >= 12 && undecided <= certified / 2 && wouldLeak >= 2, $"{certified} certified, {refused} refused, {undecided} undecided, {wouldLeak} would leak");
    }

    /// <summary>Given every alternative as a witness, the verifier accepts a pattern exactly where the brute force does.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnyPatternWithAllItsAlternatives_TheVerifierAcceptsExactlyWhatIsSafe(string kind)
    {
        var rules = Rules(kind);
        var (safe, unsafeOnes) = (0, 0);
        for (var i = 0; i < 40; i++)
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
