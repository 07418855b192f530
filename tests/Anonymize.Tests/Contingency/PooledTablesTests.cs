using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Tables of variables that may be pooled, against somebody who tries every population and knows why rows are pooled.</summary>
[Trait("culture", "first")]
public sealed class PooledTablesTests
{
    [Theory]
    [InlineData(ContingencyLevel.Exact, ZeroPolicy.Free)]
    [InlineData(ContingencyLevel.Exact, ZeroPolicy.Open)]
    [InlineData(ContingencyLevel.Band, ZeroPolicy.Free)]
    [InlineData(ContingencyLevel.Band, ZeroPolicy.Sensitive)]
    [InlineData(ContingencyLevel.Strict, ZeroPolicy.Free)]
    public void WhatIsCertified_TheBruteForceConfirms(ContingencyLevel level, ZeroPolicy zeros)
    {
        var (certified, pooled) = (0, 0);
        foreach (var world in Worlds(new ContingencyRules { K = 3, Level = level, Zeros = zeros }, 40))
        {
            var outcome = world.Protect(TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Faults);
            if (outcome.Blocking is null)
            {
                var (tables, isShown) = world.Read(outcome);
                Assert.True(world.Oracle.IsSafe(tables, isShown), string.Join(',', world.Counts));
                Assert.Equal(world.Counts.Length == 0, tables.Length == 0);
                certified++;
                pooled += tables.Any(t => t.Rows.Any(rows => rows.Any(r => r.Length > 1))) ? 1 : 0;
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0} certified, {1} pooled", certified, pooled);
        Assert.True(certified >= 20 && pooled >= 5, $"{certified} certified, {pooled} pooled");
    }

    private static IEnumerable<SomePools> Worlds(ContingencyRules rules, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (i % 4) switch
            {
                0 => new SomePools([5], 500 + i, rules, false, ["v0"]),
                1 => new SomePools([4, 2], 500 + i, rules, false, ["v0", "v1"]),
                2 => new SomePools([4, 2], 500 + i, rules, false, ["v0"], ["v0", "v1"]),
                _ => new SomePools([3, 3], 500 + i, rules, true, ["v0", "v1"], ["v1"]),
            };
        }
    }
}
