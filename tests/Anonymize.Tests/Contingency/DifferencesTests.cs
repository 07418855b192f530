using Anonymize.Contingency;
using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>What is between two cells, one inside the other, is a figure that everybody can make (R8).</summary>
[Trait("culture", "first")]
public sealed class DifferencesTests
{
    [Theory]
    [InlineData(ContingencyLevel.Band, 5)]
    [InlineData(ContingencyLevel.Strict, 3)]
    [InlineData(ContingencyLevel.Exact, 3)]
    public void WhatIsCertified_TellsNoSmallDifference(ContingencyLevel level, int k)
    {
        var rules = new ContingencyRules { K = k, Level = level, Differences = true };
        var (certified, refused, undecided, wouldLeak) = (0, 0, 0, 0);
        for (var i = 0; i < 24; i++)
        {
            var world = World(i, rules);
            if (Protect(world, rules, isTotalOpen: i % 2 == 0) is not { } printed)
            {
                // Two variables, one of them with a hierarchy, are a network, where what is not found is not there.
                refused++;
                if (world.Shape.Length == 2)
                {
                    var all = Protect(world, new ContingencyRules(), isTotalOpen: true)!;
                    Assert.NotEqual(0, new InsiderOracle(world, all.Select(c => (c.Codes, i % 2 == 0 && c.Codes.All(x => x == "Total") ? c.Shown : null))).Leaks());
                }

                continue;
            }

            certified++;
            var leaks = new InsiderOracle(world, printed).Leaks();
            undecided += leaks is null ? 1 : 0;
            Assert.True(leaks is null or 0, $"{level}, world {i}: {leaks}");
            wouldLeak += Protect(world, rules with { Differences = false }, isTotalOpen: i % 2 == 0) is { } unaware && new InsiderOracle(world, unaware).Leaks() > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} certified, {2} refused, {3} undecided, {4} would leak", level, certified, refused, undecided, wouldLeak);
        Assert.True(certified >= 12 && undecided <= certified / 2 && wouldLeak >= 1, $"{certified} certified, {refused} refused, {undecided} undecided, {wouldLeak} would leak");
    }

    /// <summary>In a network the paths around two cells find every difference that there is, and none that there is not.</summary>
    [Fact]
    public void WaysInANetwork_ReachExactlyTheDifferencesThatExist()
    {
        var (rules, found, none) = (new ContingencyRules { K = 3 }, 0, 0);
        for (var i = 0; i < 30; i++)
        {
            var (shape, regions) = (i % 3) switch { 0 => ((int[])[2, 3], 0), 1 => ([3, 2], 0), _ => ([4, 2], 2) };
            var world = new SomeOffices(shape, regions, offices: 1, 600 + (47 * i), rules);
            var system = SomeTables.System(world.Spec, world.Records);
            var random = new Random(i);
            var isHidden = system.Values.Select(_ => random.Next(5) > 1).ToArray();
            var printed = SomeTables.Printed(system, isHidden).ToArray();
            if (new InsiderOracle(world, printed).Populations() is not { Count: < 1_500 } populations)
            {
                continue;
            }

            var paths = new NetworkMoves(CellNetwork.Of(system)!, system);
            double[] prices = [.. isHidden.Select(h => h ? 0 : double.PositiveInfinity)];
            foreach (var (whole, part) in new NestedDifferences(system.Grid, system.IsPrinted).Pairs())
            {
                long ValueOf(int cell, long[] population) => world.MembersOf(CodesOf(system, cell)).Sum(m => population[m]);
                var reached = populations.Select(p => ValueOf(whole, p) - ValueOf(part, p) - system.Values[whole] + system.Values[part]).ToHashSet();
                foreach (var (sign, amount) in new[] { (-1, 1), (-1, 2), (1, 1), (1, 3) })
                {
                    var move = paths.Find(new MoveQuestion(whole, sign, amount, prices, double.PositiveInfinity, Less: part), new WorkBudget(1_000_000, TestContext.Current.CancellationToken));
                    Assert.Equal(reached.Any(r => r * sign >= amount), move is not null);
                    (found, none) = move is null ? (found, none + 1) : (found + 1, none);
                    Assert.True(move is null || MoveCheck.Holds(system, default(MoveQuestion) with { Cell = whole, Sign = sign, Less = -1 }, move.Cells.Zip(move.Deltas).ToDictionary()));
                }
            }
        }

        Assert.True(found > 100 && none > 100, $"{found} found, {none} not");
    }

    private static string[] CodesOf(ContingencySystem system, int cell) => system.Tables[0].CodesAt(Array.IndexOf(system.Tables[0].Cells, cell));

    /// <summary>Ten in a row, of whom eight stand in one cell and two in no cell that is shown: the rest of the row is small although no count is.</summary>
    [Fact]
    public void AllButTwoOfAWhole_AreNotTold()
    {
        // Of the columns, only the first is shown, with the Total of all.
        var (spec, records) = SomeTables.Of([3, 2], [8, 2, 20, 30, 25, 15], new ContingencyRules { K = 3, Level = ContingencyLevel.Band }, 0, SomeTables.Table("rows", "v0"), SomeTables.Table("first", "v0") with
        {
            Where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["v1"] = ["b00"] },
        });
        var unaware = TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.All(unaware.Tables, t => Assert.DoesNotContain(null, t.Values));
        var aware = TableProtector.Protect(spec with { Rules = spec.Rules with { Differences = true } }, records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.True(aware.Tables[0].Values[0] is null || aware.Tables[1].Values[0] is null);
    }

    /// <summary>"7, previously 5" is a table of two: the late cases of a revision.</summary>
    [Fact]
    public void SevenThatWasFive_IsNotPrintedBesideIt()
    {
        // v1 says whether the case came in time; the earlier table counts those that did.
        var (spec, records) = SomeTables.Of([3, 2], [5, 2, 20, 0, 30, 0], new ContingencyRules { K = 5, Level = ContingencyLevel.Band }, 0, SomeTables.Table("t", "v0"));
        var early = SomeTables.Table("t", "v0") with { Where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["v1"] = ["b00"] } };
        var files = new SpecFiles { Known = [new KnownTable("known[0]/t", early, [["a00", "a01", "a02"]], [5, 20, 30], 0)] };
        var unaware = TableProtector.Protect(spec, records, files, TestContext.Current.CancellationToken);
        Assert.Equal([7, 20, 30, 57], unaware.Tables[0].Values);
        var aware = TableProtector.Protect(spec with { Rules = spec.Rules with { Differences = true } }, records, files, TestContext.Current.CancellationToken);
        Assert.Null(aware.Blocking);
        Assert.Null(aware.Tables[0].Values[0]);

        // What was proved without the rule is no proof with it.
        var byCell = SomeTables.Cells(unaware.Tables[0]).ToDictionary(c => TableProtector.KeyOf(c.Codes), c => c.Shown, StringComparer.Ordinal);
        var printed = new Dictionary<string, IReadOnlyDictionary<string, long?>>(StringComparer.Ordinal) { ["t"] = byCell };
        Assert.True(TableProtector.Check(spec with { Rules = spec.Rules with { Differences = true } }, records, files, printed, unaware.Certificate)!.Unproved > 0);
    }

    /// <summary>A pattern that forgets differences, with its proof: the verifier refuses it wherever the brute force finds one told.</summary>
    [Fact]
    public void APatternThatForgetsDifferences_IsRefusedByTheVerifier()
    {
        var (rules, refused) = (new ContingencyRules { K = 3, Level = ContingencyLevel.Exact, Differences = true }, 0);
        for (var i = 0; i < 24; i++)
        {
            var world = World(i, rules);
            var unaware = world.Spec with { Rules = rules with { Differences = false } };
            var protection = ContingencyEngine.Protect(SomeTables.System(unaware, world.Records), 50_000_000, TestContext.Current.CancellationToken);
            var maker = new TabulationMaker(protection.System, world.Records, partner: null);
            TabulationWitness[] witnesses = [.. protection.Witnesses.Select(maker.Witness)];
            if (protection.Blocking is not null)
            {
                continue;
            }

            Assert.Empty(TabulationVerifier.Verify(maker.Make(unaware, protection.IsHidden), maker.Records, witnesses));
            if (new InsiderOracle(world, SomeTables.Printed(protection.System, protection.IsHidden)).Leaks() > 0)
            {
                refused++;
                Assert.Contains(TabulationVerifier.Verify(maker.Make(world.Spec, protection.IsHidden), maker.Records, witnesses), f => f.Kind == TabulationFindingKind.NotReached);
            }
        }

        Assert.True(refused >= 3, $"{refused} refused");
    }

    private static SomeOffices World(int i, ContingencyRules rules)
    {
        var (shape, regions) = (i % 4) switch { 0 => ((int[])[2, 3], 0), 1 => ([3, 2], 0), 2 => ([4, 2], 2), _ => ([2, 2, 2], 0) };
        return new SomeOffices(shape, regions, offices: 2, 2000 + (43 * i), rules, isSparse: i % 3 == 0);
    }

    private static (IReadOnlyList<string> Codes, long? Shown)[]? Protect(SomeOffices world, ContingencyRules rules, bool isTotalOpen)
    {
        CellReference[] open = isTotalOpen ? [new CellReference(null, new Dictionary<string, string>(StringComparer.Ordinal), "open[0]")] : [];
        var outcome = TableProtector.Protect(world.Spec with { Rules = rules, Open = open }, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Faults);
        return outcome.Blocking is not null ? null : [.. SomeTables.Cells(outcome.Tables[0])];
    }
}
