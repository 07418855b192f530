using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

[Trait("culture", "first")]
public sealed class InsidersTests
{
    /// <summary>Rules that differ in who knows what, with the rules that forget about them.</summary>
    public static TheoryData<string> Insiders => ["persons", "partners", "both", "coalition", "attribute", "strict", "sensitive", "open", "differences", "product"];

    /// <summary>What is certified no insider can break, and without the rule insiders break a good part of it.</summary>
    [Theory]
    [MemberData(nameof(Insiders))]
    public void SmallTables_WhatIsCertifiedNoInsiderBreaks(string who)
    {
        var rules = Rules(who);
        var (certified, refused, undecided, wouldLeak) = (0, 0, 0, 0);
        foreach (var (w, world) in Worlds(24, rules).Index())
        {
            if (Protect(world, rules, isTotalOpen: w % 2 == 1) is not { } tables)
            {
                // Two variables are a network, where what is not found is not there: hiding everything but the total would not do either.
                refused++;
                if (world.Shape.Length == 2)
                {
                    var everything = Protect(world, rules with { K = 0, Coalition = 0, Persons = false, Kappa = -1, Zeros = ZeroPolicy.Free }, isTotalOpen: true)!;
                    Assert.NotEqual(0, new InsiderOracle(world, everything.Select(c => (c.Codes, c.Codes.All(x => x == "Total") ? c.Shown : null))).Leaks());
                }

                continue;
            }

            certified++;
            var leaks = new InsiderOracle(world, tables).Leaks();
            undecided += leaks is null ? 1 : 0;
            Assert.True(leaks is null or 0, $"{who}: {leaks} leaks in world {w}");
            if (Protect(world, rules with { Persons = false, Coalition = 0 }, isTotalOpen: w % 2 == 1) is { } unaware)
            {
                wouldLeak += new InsiderOracle(world, unaware).Leaks() > 0 ? 1 : 0;
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} certified, {2} refused, {3} undecided, {4} would leak", who, certified, refused, undecided, wouldLeak);
        Assert.True(certified >= 12 && undecided <= certified / 3 && wouldLeak >= certified / 4, $"{certified} certified, {refused} refused, {undecided} undecided, {wouldLeak} would leak");
    }

    /// <summary>Given every alternative as a witness, the verifier accepts a pattern exactly where the brute force does; in both there are many.</summary>
    [Theory]
    [MemberData(nameof(Insiders))]
    public void AnyPatternWithAllItsAlternatives_TheVerifierAcceptsExactlyWhatIsSafe(string who)
    {
        var rules = Rules(who);
        var (safe, unsafeOnes) = (0, 0);
        foreach (var (w, world) in Worlds(40, rules, shapes: 2).Index())
        {
            var system = SomeTables.System(world.Spec, world.Records);
            var maker = new TabulationMaker(system, world.Records, world.Spec.Partner);
            var random = new Random(w);
            var hidden = system.Values.Select((value, c) => system.IsPrimary[c] || (random.Next(3) > 0 && !(rules.Zeros == ZeroPolicy.Open && value == 0))).ToArray();
            var tabulation = maker.Make(world.Spec, hidden);
            var table = system.Tables[0];
            var printed = table.Cells.Select((_, p) => ((IReadOnlyList<string>)table.CodesAt(p), tabulation.Tables[0].Shown[p])).ToArray();
            if (new InsiderOracle(world, printed).Populations() is not { Count: < 3_000 } populations)
            {
                continue;
            }

            var witnesses = populations.Select(p => Change(world, p)).ToArray();
            var refused = TabulationVerifier.Verify(tabulation, maker.Records, witnesses);
            Assert.All(refused, f => Assert.Equal(TabulationFindingKind.NotReached, f.Kind));
            var leaks = new InsiderOracle(world, printed).Leaks();
            Assert.True((leaks == 0) == (refused.Count == 0), $"{who}, world {w}: {leaks} leaks, {refused.Count} findings");
            (safe, unsafeOnes) = leaks == 0 ? (safe + 1, unsafeOnes) : (safe, unsafeOnes + 1);
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} safe, {2} unsafe", who, safe, unsafeOnes);
        Assert.True(safe >= 3 && unsafeOnes >= 3, $"{safe} safe, {unsafeOnes} unsafe");
    }

    /// <summary>A pattern made for strangers, with its proof: the verifier refuses it wherever an insider breaks it.</summary>
    [Theory]
    [InlineData("persons")]
    [InlineData("partners")]
    public void APatternThatForgetsInsiders_IsRefusedByTheVerifier(string who)
    {
        var (rules, refused) = (Rules(who), 0);
        foreach (var world in Worlds(16, rules))
        {
            var unaware = world.Spec with { Rules = rules with { Persons = false, Coalition = 0 } };
            var protection = ContingencyEngine.Protect(SomeTables.System(unaware, world.Records), 50_000_000, TestContext.Current.CancellationToken);
            var maker = new TabulationMaker(protection.System, world.Records, "office");
            TabulationWitness[] witnesses = [.. protection.Witnesses.Select(maker.Witness)];
            Assert.Empty(TabulationVerifier.Verify(maker.Make(unaware, protection.IsHidden), maker.Records, witnesses));
            var findings = TabulationVerifier.Verify(maker.Make(world.Spec, protection.IsHidden), maker.Records, witnesses);
            var printed = protection.System.Tables[0].Cells.Select((c, p) => ((IReadOnlyList<string>)protection.System.Tables[0].CodesAt(p), protection.IsHidden[c] ? (long?)null : protection.System.Values[c]));
            if (new InsiderOracle(world, printed).Leaks() > 0)
            {
                refused++;
                Assert.Contains(findings, f => f.Kind == TabulationFindingKind.NotReached);
            }
        }

        Assert.True(refused >= 4, $"{refused} refused");
    }

    private static ContingencyRules Rules(string who)
    {
        var rules = new ContingencyRules { K = 3, Level = ContingencyLevel.Band };
        return who switch
        {
            "persons" => rules with { Persons = true },
            "partners" => rules with { Coalition = 1 },
            "both" => rules with { Persons = true, Coalition = 1, Level = ContingencyLevel.Exact },
            "coalition" => rules with { Coalition = 2, Level = ContingencyLevel.Exact },
            "attribute" => rules with { Persons = true, Coalition = 1, Kappa = 1, Slack = 0, K = 2, Level = ContingencyLevel.Exact },
            "strict" => rules with { Persons = true, Coalition = 1, K = 2, Level = ContingencyLevel.Strict },
            "product" => rules with { Persons = true, Coalition = 1, Residual = 2, Kappa = 1, Slack = 1 },
            "differences" => rules with { Persons = true, Coalition = 1, Differences = true, Level = ContingencyLevel.Exact },
            "sensitive" => rules with { Persons = true, Coalition = 1, K = 2, Zeros = ZeroPolicy.Sensitive },
            _ => rules with { Persons = true, Coalition = 1, Level = ContingencyLevel.Exact, Zeros = ZeroPolicy.Open },
        };
    }

    private static IEnumerable<SomeOffices> Worlds(int count, ContingencyRules rules, int shapes = 4)
    {
        for (var i = 0; i < count; i++)
        {
            var (shape, regions) = (i % shapes) switch { 0 => ((int[])[2, 3], 0), 1 => ([3, 2], 0), 2 => ([4, 2], 2), _ => ([2, 2, 2], 0) };
            var world = new SomeOffices(shape, regions, offices: 3, 5000 + (37 * i), rules);
            yield return rules.Kappa < 0 ? world : world.WithSensitive();
        }
    }

    private static IEnumerable<(IReadOnlyList<string> Codes, long? Shown)>? Protect(SomeOffices world, ContingencyRules rules, bool isTotalOpen)
    {
        CellReference[] open = isTotalOpen ? [new CellReference(null, new Dictionary<string, string>(StringComparer.Ordinal), "open[0]")] : [];
        var outcome = TableProtector.Protect(world.Spec with { Rules = rules, Open = open }, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Faults);
        return outcome.Blocking is not null ? null : SomeTables.Cells(outcome.Tables[0]);
    }

    private static TabulationWitness Change(SomeOffices world, long[] population)
    {
        int[] changed = [.. population.Index().Where(p => p.Item != world.Counts[p.Index]).Select(p => p.Index)];
        return new TabulationWitness([.. changed.Select(world.LeavesOf)], [.. changed.Select(c => population[c] - world.Counts[c])]);
    }
}
