using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

[Trait("culture", "first")]
public sealed class ContingencyEngineTests
{
    private const long Budget = 200_000_000;

    private static readonly ContingencyRules Peers = new() { K = 4, Level = ContingencyLevel.Exact, Zeros = ZeroPolicy.Open, HiddenMayBeZero = true };

    /// <summary>Costs published for this table: 59 by two tools with an exact solver, 71 by elimination, 423 by the box method.</summary>
    [Fact]
    public void TwentyByTen_ReachesTheKnownOptimumWithItsProof()
    {
        var (spec, records) = SomeTables.Of([20, 10], SomeTables.Skewed(200, 1), Peers);
        var protection = ContingencyEngine.Protect(SomeTables.System(spec, records), Budget, TestContext.Current.CancellationToken);
        Assert.Null(protection.Blocking);
        Assert.Equal(59, protection.Cost);
        Assert.Equal(59, protection.LowerBound);
    }

    /// <summary>A hundred rows in ten regions by twenty columns; the best cost published is 576.</summary>
    [Fact]
    public void HundredByTwentyWithRegions_IsBelowWhatOthersReachAndProved()
    {
        var (spec, records) = SomeTables.Of([100, 20], SomeTables.Skewed(2000, 3), Peers, regions: 10);
        var system = SomeTables.System(spec, records);
        var protection = ContingencyEngine.Protect(system, 1_000_000_000, TestContext.Current.CancellationToken);
        Assert.Equal(2331, system.IsPrinted.Count(p => p));
        Assert.Equal(324, system.Requirements.Count);
        Assert.Equal(561, protection.Cost);
        Assert.Equal(561, protection.LowerBound);
    }

    [Theory]
    [InlineData(ContingencyLevel.Exact, ZeroPolicy.Free)]
    [InlineData(ContingencyLevel.Exact, ZeroPolicy.Open)]
    [InlineData(ContingencyLevel.Band, ZeroPolicy.Free)]
    [InlineData(ContingencyLevel.Band, ZeroPolicy.Sensitive)]
    [InlineData(ContingencyLevel.Strict, ZeroPolicy.Free)]
    public void SmallTables_WhatIsCertifiedTheBruteForceConfirms(ContingencyLevel level, ZeroPolicy zeros)
    {
        var rules = new ContingencyRules { K = 3, Level = level, Zeros = zeros, HiddenMayBeZero = zeros == ZeroPolicy.Open && level != ContingencyLevel.Exact };
        var (certified, refused, wouldLeak) = (0, 0, 0);
        foreach (var (shape, regions, seed) in Shapes(120))
        {
            var counts = SomeTables.Skewed(shape.Aggregate((a, b) => a * b), seed).Select(c => c % 7).ToArray();
            var (spec, records) = SomeTables.Of(shape, counts, rules, regions);
            var system = SomeTables.System(spec, records);
            var protection = ContingencyEngine.Protect(system, 5_000_000, TestContext.Current.CancellationToken);
            if (protection.Blocking is not null)
            {
                refused++;
                continue;
            }

            certified++;
            var least = zeros == ZeroPolicy.Open && !rules.HiddenMayBeZero ? 1 : 0;
            var oracle = new EveryAlternative(system, least);
            var hidden = oracle.Cells.Select(c => protection.IsHidden[c]).ToArray();
            Assert.True(AreMet(system, oracle, oracle.ValuesUnder(hidden, bound: 9)), $"seed {seed}");
            var primaries = oracle.Cells.Select(c => system.Requirements.Any(r => r.Cell == c)).ToArray();
            wouldLeak += AreMet(system, oracle, oracle.ValuesUnder(primaries, bound: 9)) ? 0 : 1;
        }

        Assert.True(certified >= 60, $"{certified} certified, {refused} refused");
        Assert.True(wouldLeak >= certified * 3 / 10, $"{wouldLeak} of {certified} would leak with the primaries alone");
    }

    [Fact]
    public void SmallNetworks_WhereCostMeetsTheBoundNoPatternIsCheaper()
    {
        var proved = 0;
        foreach (var (shape, regions, seed) in Shapes(60).Where(s => s.Shape.Length == 2))
        {
            var counts = SomeTables.Skewed(shape[0] * shape[1], seed).Select(c => 1 + (c % 6)).ToArray();
            var (spec, records) = SomeTables.Of(shape, counts, Peers with { K = 3 }, regions);
            var system = SomeTables.System(spec, records);
            var protection = ContingencyEngine.Protect(system, Budget, TestContext.Current.CancellationToken);
            if (protection.Blocking is null && protection.Cost == protection.LowerBound)
            {
                proved++;
                Assert.Equal(CheapestOf(system), protection.Cost);
            }
        }

        Assert.True(proved >= 15, $"{proved} proved");
    }

    /// <summary>Cheapest safe pattern by trying all of them.</summary>
    private static double CheapestOf(ContingencySystem system)
    {
        var oracle = new EveryAlternative(system, leastHidden: 0);
        var primaries = oracle.Cells.Select(c => system.Requirements.Any(r => r.Cell == c)).ToArray();
        int[] free = [.. oracle.Cells.Index().Where(c => !primaries[c.Index] && !system.IsOpen[c.Item]).Select(c => c.Index)];
        var best = double.PositiveInfinity;
        for (var choice = 0; choice < 1 << free.Length; choice++)
        {
            var hidden = (bool[])primaries.Clone();
            var cost = 0.0;
            for (var i = 0; i < free.Length; i++)
            {
                if ((choice >> i & 1) == 1)
                {
                    hidden[free[i]] = true;
                    cost += system.Costs[oracle.Cells[free[i]]];
                }
            }

            if (cost < best && AreMet(system, oracle, oracle.ValuesUnder(hidden, bound: 12)))
            {
                best = cost;
            }
        }

        return best;
    }

    private static bool AreMet(ContingencySystem system, EveryAlternative oracle, SortedSet<long>[] values) => system.Requirements.All(r =>
    {
        var at = Array.IndexOf(oracle.Cells, r.Cell);
        var truth = oracle.Values[at];
        return values[at].Min <= truth - r.Down && values[at].Max >= truth + r.Up && values[at].Count >= r.Distinct;
    });

    private static IEnumerable<(int[] Shape, int Regions, long Seed)> Shapes(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 4) switch
            {
                0 => ([2, 3], 0, 1000 + i),
                1 => ([3, 3], 0, 1000 + i),
                2 => ([4, 2], 2, 1000 + i),
                _ => ([2, 2, 2], 0, 1000 + i),
            };
        }
    }
}
