using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Sums that few offices make up: dominance and p%.</summary>
[Trait("culture", "first")]
public sealed class ConcentrationTests
{
    public static TheoryData<string> Kinds => ["dominance", "largest", "percent", "both", "partners"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SmallTables_WhatIsCertifiedIsOpenAsFarAsTheRuleAsks(string kind)
    {
        var rules = Rules(kind);
        var (certified, refused, undecided, wouldLeak) = (0, 0, 0, 0);
        for (var i = 0; i < 21; i++)
        {
            var world = World(i, rules);
            var outcome = TableProtector.Protect(world.Spec, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Faults);
            if (outcome.Blocking is not null)
            {
                refused++;
                continue;
            }

            certified++;
            var printed = SomeTables.Cells(outcome.Tables[0]).ToArray();
            var leaks = new InsiderOracle(world, printed).Leaks();
            undecided += leaks is null ? 1 : 0;
            Assert.True(leaks is null or 0, $"{kind}, world {i}: {leaks}");
            Assert.Equal(0, ConcentratedLines(world, printed));
            var primaries = printed.Select(c => (c.Codes, (long?)(SomeOffices.IsConcentrated(rules.Concentration, ValueOf(world, c.Codes), world.PartsOf(world.MembersOf(c.Codes))) ? null : ValueOf(world, c.Codes)))).ToArray();
            wouldLeak += new InsiderOracle(world, primaries).Leaks() > 0 || ConcentratedLines(world, primaries) > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} certified, {2} refused, {3} undecided, {4} would leak", kind, certified, refused, undecided, wouldLeak);
        Assert.True(certified >= 12 && undecided <= certified / 2 && wouldLeak >= certified / 4, $"{certified} certified, {refused} refused, {undecided} undecided, {wouldLeak} would leak");
    }

    /// <summary>One office has 100 in each of two hidden cells, each open against the other; the row's total says what it has.</summary>
    [Fact]
    public void WhatSubtractionPublishes_IsJudgedAsASum()
    {
        var (spec, records, maker, system) = TwoHiddenOfOneOffice();
        var outcome = TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Null(outcome.Blocking);
        var cells = SomeTables.Cells(outcome.Tables[0]).ToDictionary(c => TableProtector.KeyOf(c.Codes), c => c.Shown, StringComparer.Ordinal);
        Assert.True(cells[TableProtector.KeyOf(["a00", "Total"])] is null || cells[TableProtector.KeyOf(["a00", "b02"])] is null);

        // Planted: the two cells and what protects them alone.
        var protection = ContingencyEngine.Protect(system, 50_000_000, TestContext.Current.CancellationToken);
        var findings = TabulationVerifier.Verify(maker.Make(spec, protection.IsHidden), maker.Records, [.. protection.Witnesses.Select(maker.Witness)]);
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.Equal(TabulationFindingKind.SumConcentrated, f.Kind));
    }

    /// <summary>What a sum must grow by, at the bounds of the rules: 70 of 100 is more than 69 %, and of 102 it is not.</summary>
    [Fact]
    public void Excess_IsWhatTheSumMustGrowBy()
    {
        static long Excess(int largest, decimal share, decimal percent, params long[] parts) =>
            new ConcentrationTest(new TabulationRules(0, Publication.Rules.ProtectionLevel.Exact, ZeroRule.Free, [], -1, 0, []) { Largest = largest, Share = share, Percent = percent }).Excess(parts.Sum(), parts);
        Assert.Equal(0, Excess(1, 69, 0, 31, 69));
        Assert.Equal(2, Excess(1, 69, 0, 30, 70));
        Assert.Equal(0, Excess(2, 85, 0, 15, 40, 45));
        Assert.Equal(2, Excess(2, 85, 0, 14, 40, 46));
        Assert.Equal(0, Excess(0, 0, 10, 8, 40, 80));
        Assert.Equal(1, Excess(0, 0, 10, 7, 40, 80));
        Assert.Equal(8, Excess(0, 0, 10, 80));
    }

    private static (ContingencySpec Spec, ContingencyRecords Records, TabulationMaker Maker, ContingencySystem System) TwoHiddenOfOneOffice()
    {
        long[] counts = [104, 104, 60, 64, 64, 66];
        var rules = new ContingencyRules { Concentration = new ConcentrationRules(1, 90, 0) };
        var (spec, crossed) = SomeTables.Of([2, 3], counts, rules);
        // The first two cells are the first office's but for a little; all others are halves.
        var own = counts.Select((c, i) => i < 2 ? c - 4 : c / 2).ToArray();
        var records = new ContingencyRecords(
            [.. crossed.Names, "office"],
            [.. crossed.Values, ["o0", "o1", "o2"]],
            [.. crossed.Codes.Select(c => c.SelectMany(x => new[] { x, x, x }).ToArray()), [.. counts.SelectMany(_ => new[] { 0, 1, 2 })]],
            [.. counts.SelectMany((c, i) => i < 2 ? new[] { own[i], c - own[i], 0 } : [0, own[i], c - own[i]])]) { IsMagnitude = true };
        spec = spec with { Partner = "office" };
        var system = SomeTables.System(spec, records);
        return (spec, records, new TabulationMaker(system, records, "office"), system);
    }

    private static SomeOffices World(int i, ContingencyRules rules)
    {
        int[] shape = (i % 3) switch { 0 => [2, 3], 1 => [3, 2], _ => [2, 2, 2] };
        return new SomeOffices(shape, 0, offices: 4, 700 + (41 * i), rules);
    }

    private static ContingencyRules Rules(string kind) => kind switch
    {
        "dominance" => new ContingencyRules { Concentration = new ConcentrationRules(2, 85, 0) },
        "largest" => new ContingencyRules { Concentration = new ConcentrationRules(1, 70, 0) },
        "percent" => new ContingencyRules { Concentration = new ConcentrationRules(0, 0, 20) },
        "both" => new ContingencyRules { Concentration = new ConcentrationRules(1, 75.5m, 10) },
        _ => new ContingencyRules { Concentration = new ConcentrationRules(1, 90, 0), Coalition = 1 },
    };

    private static long ValueOf(SomeOffices world, IReadOnlyList<string> codes) => world.MembersOf(codes).Sum(m => world.Counts[m]);

    /// <summary>Lines with a shown Total whose hidden cells together are mostly of few offices.</summary>
    private static int ConcentratedLines(SomeOffices world, (IReadOnlyList<string> Codes, long? Shown)[] printed)
    {
        var lines = 0;
        foreach (var (codes, _) in printed.Where(p => p.Shown is not null))
        {
            for (var v = 0; v < codes.Count; v++)
            {
                var hidden = printed.Where(p => codes[v] == "Total" && p.Codes[v] != "Total" && p.Shown is null && p.Codes.Index().All(c => c.Index == v || c.Item == codes[c.Index]))
                    .SelectMany(p => world.MembersOf(p.Codes)).ToArray();
                for (var set = 0; set < 1 << world.Owned.Length && hidden.Length > 0; set++)
                {
                    if (System.Numerics.BitOperations.PopCount((uint)set) <= world.Spec.Rules.Coalition && world.PartsOf(hidden, set) is var parts && parts.Sum() > 0)
                    {
                        lines += SomeOffices.IsConcentrated(world.Spec.Rules.Concentration, parts.Sum(), parts) ? 1 : 0;
                    }
                }
            }
        }

        return lines;
    }
}
