using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Pooled rows against persons and partners who know why rows are pooled, and beside what was published before.</summary>
[Trait("culture", "first")]
public sealed class PooledInsidersTests
{
    [Theory]
    [InlineData("persons")]
    [InlineData("partners")]
    [InlineData("both")]
    [InlineData("attribute")]
    public void WhatIsCertified_NoInsiderBreaks(string who)
    {
        var (certified, pooled, undecided) = (0, 0, 0);
        foreach (var world in Worlds(Rules(who), 16))
        {
            var outcome = TableProtector.Protect(Pooled(world.Spec), world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Faults);
            if (outcome.Blocking is not null)
            {
                continue;
            }

            certified++;
            pooled += outcome.Tables[0].Codes[0].Any(c => c.Contains('+', StringComparison.Ordinal)) ? 1 : 0;
            var leaks = Oracle(world, outcome.Tables[0]).Leaks();
            undecided += leaks is null ? 1 : 0;
            Assert.True(leaks is null or 0, $"{who}: {leaks} leaks");
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} certified, {2} pooled, {3} undecided", who, certified, pooled, undecided);
        Assert.True(certified >= 8 && pooled >= 2 && undecided <= certified / 2, $"{certified} certified, {pooled} pooled, {undecided} undecided");
    }

    /// <summary>The table of one variable is published first, with its pools; the crossing that comes after it must not open them.</summary>
    [Fact]
    public void PoolsOfAnEarlierRun_StayClosed()
    {
        var (made, pooled) = (0, 0);
        foreach (var world in Worlds(Rules("strangers"), 24))
        {
            var spec = Pooled(world.Spec);
            var first = TableProtector.Protect(spec with { Tables = [SomeTables.Table("one", "v0")] }, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
            if (first.Blocking is not null)
            {
                continue;
            }

            var layouts = first.Tables[0].Pools.ToDictionary(
                p => p.Key, p => (IReadOnlyDictionary<string, IReadOnlyList<string>>)p.Value.ToDictionary(r => r.Code, r => r.Members, StringComparer.Ordinal), StringComparer.Ordinal);
            var known = new KnownTable("known[0]/one", first.Tables[0].Spec, first.Tables[0].Codes, first.Tables[0].Values, 0) { Layouts = layouts };
            var after = TableProtector.Protect(spec, world.Records, new SpecFiles { Known = [known] }, TestContext.Current.CancellationToken);
            Assert.Empty(after.Faults);
            if (after.Blocking is null)
            {
                made++;
                pooled += layouts["v0"].Any(r => r.Value.Count > 1) ? 1 : 0;
                var earlier = SomeTables.Cells(first.Tables[0]).Select(c => ((IReadOnlyList<string>)[c.Codes[0], "Total"], c.Shown));
                var leaks = Oracle(world, after.Tables[0], first.Tables[0].Codes[0], earlier).Leaks();
                Assert.True(leaks is null or 0, $"{leaks} leaks");
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0} made, {1} pooled", made, pooled);
        Assert.True(made >= 8 && pooled >= 3, $"{made} made, {pooled} pooled");
    }

    private static ContingencyRules Rules(string who)
    {
        var rules = new ContingencyRules { K = 3, Level = ContingencyLevel.Band };
        return who switch
        {
            "persons" => rules with { Persons = true },
            "partners" => rules with { Coalition = 1 },
            "both" => rules with { Persons = true, Coalition = 1, Level = ContingencyLevel.Exact },
            "attribute" => rules with { Persons = true, Kappa = 1, Slack = 0, K = 2 },
            _ => rules,
        };
    }

    private static IEnumerable<SomeOffices> Worlds(ContingencyRules rules, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var world = new SomeOffices(i % 2 == 0 ? [3, 2] : [4, 2], regions: 0, offices: 3, 6000 + (41 * i), rules, isSparse: i % 3 > 0);
            yield return rules.Kappa < 0 ? world : world.WithSensitive();
        }
    }

    private static ContingencySpec Pooled(ContingencySpec spec) => spec with { Variables = [spec.Variables[0] with { IsPooled = true }, .. spec.Variables.Skip(1)] };

    /// <summary>Asks about what is printed and about what is in its rows, and knows of rows of small categories that they are small.</summary>
    private static InsiderOracle Oracle(SomeOffices world, ProtectedTable table, IReadOnlyList<string>? earlierRows = null, IEnumerable<(IReadOnlyList<string> Codes, long? Shown)>? earlier = null)
    {
        string[] pools = [.. table.Codes[0].Concat(earlierRows ?? []).Where(c => c.Contains('+', StringComparison.Ordinal)).Distinct()];
        var members = pools.SelectMany(p => p.Split('+')).Distinct().SelectMany(m => table.Codes[1], (m, c) => ((IReadOnlyList<string>)[m, c], (long?)null));
        long Count(string member) => world.MembersOf([member, "Total"]).Sum(m => world.Counts[m]);
        var known = pools.Where(p => p.Split('+').All(m => Count(m) < world.Spec.Rules.K)).SelectMany(p => p.Split('+')).Select(m => ((IReadOnlyList<string>)[m, "Total"], world.Spec.Rules.K - 1L));
        return new InsiderOracle(world, SomeTables.Cells(table).Concat(members), earlier, known);
    }
}
