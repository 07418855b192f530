using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Three tables of two variables each lie over the same persons and settle cells of the crossing of all three.</summary>
[Trait("culture", "first")]
public sealed class LatentCellsTests
{
    private static readonly TableSpec[] Pairs = [SomeTables.Table("ab", "v0", "v1"), SomeTables.Table("bc", "v1", "v2"), SomeTables.Table("ac", "v0", "v2")];

    [Theory]
    [InlineData(ContingencyLevel.Band, false)]
    [InlineData(ContingencyLevel.Exact, false)]
    [InlineData(ContingencyLevel.Band, true)]
    public void WhatIsCertified_SettlesNoCrossingToBeSmall(ContingencyLevel level, bool isWithInsiders)
    {
        var rules = new ContingencyRules { K = 2, Level = level, Latent = 3, Persons = isWithInsiders, Coalition = isWithInsiders ? 1 : 0 };
        var (certified, refused, wouldLeak, undecided) = (0, 0, 0, 0);
        for (var i = 0; i < 60; i++)
        {
            var world = new SomeOffices([2, 2, 2], 0, offices: 3, 300 + (29 * i), rules, isSparse: true);
            if (Protect(world, rules) is not { } printed)
            {
                refused++;
                continue;
            }

            certified++;
            var leaks = new InsiderOracle(world, printed).Leaks();
            undecided += leaks is null ? 1 : 0;
            Assert.True(leaks is null or 0, $"{level}, world {i}: {leaks}");
            wouldLeak += Protect(world, rules with { Latent = 0 }) is { } unaware && new InsiderOracle(world, unaware).Leaks() > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0} {1}: {2} certified, {3} refused, {4} undecided, {5} would leak", level, isWithInsiders, certified, refused, undecided, wouldLeak);
        Assert.True(certified >= 12 && undecided <= certified / 2 && wouldLeak >= (isWithInsiders ? 0 : 2), $"{certified} certified, {refused} refused, {undecided} undecided, {wouldLeak} would leak");
    }

    /// <summary>A pattern that forgets the crossing, with its proof: the verifier refuses it wherever the brute force settles a crossing.</summary>
    [Fact]
    public void APatternThatForgetsTheCrossing_IsRefusedByTheVerifier()
    {
        var (rules, refused) = (new ContingencyRules { K = 3, Level = ContingencyLevel.Band, Latent = 3 }, 0);
        for (var i = 0; i < 40; i++)
        {
            var world = new SomeOffices([2, 2, 2], 0, offices: 1, 300 + (29 * i), rules, isSparse: true);
            var (aware, unaware) = (world.Spec with { Tables = Pairs }, world.Spec with { Tables = Pairs, Rules = rules with { Latent = 0 } });
            var protection = ContingencyEngine.Protect(SomeTables.System(unaware, world.Records), 50_000_000, TestContext.Current.CancellationToken);
            if (protection.Blocking is not null)
            {
                continue;
            }

            var maker = new TabulationMaker(protection.System, world.Records, partner: null);
            TabulationWitness[] witnesses = [.. protection.Witnesses.Select(maker.Witness)];
            Assert.Empty(TabulationVerifier.Verify(maker.Make(unaware, protection.IsHidden), maker.Records, witnesses));
            var printed = protection.System.Tables.SelectMany(t => t.Cells.Select((c, p) => (Placed(t.Spec, t.CodesAt(p)), protection.IsHidden[c] ? (long?)null : protection.System.Values[c])));
            if (new InsiderOracle(world, printed).Leaks() > 0)
            {
                refused++;
                Assert.Contains(TabulationVerifier.Verify(maker.Make(aware, protection.IsHidden), maker.Records, witnesses), f => f.Kind == TabulationFindingKind.NotReached && f.Table >= Pairs.Length);
            }
        }

        Assert.True(refused >= 2, $"{refused} refused");
    }

    private static (IReadOnlyList<string> Codes, long? Shown)[]? Protect(SomeOffices world, ContingencyRules rules)
    {
        var outcome = TableProtector.Protect(world.Spec with { Tables = Pairs, Rules = rules }, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Faults);
        return outcome.Blocking is not null ? null : [.. outcome.Tables.SelectMany(t => SomeTables.Cells(t).Select(c => (Placed(t.Spec, c.Codes), c.Shown)))];
    }

    /// <summary>Codes of all three variables.</summary>
    private static IReadOnlyList<string> Placed(TableSpec table, IReadOnlyList<string> codes) =>
        [.. Enumerable.Range(0, 3).Select(v => table.By.ToList().IndexOf($"v{v}") is >= 0 and var b ? codes[b] : "Total")];
}
