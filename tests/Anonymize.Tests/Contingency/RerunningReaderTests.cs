using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>
/// A reader who is not modelled: one who runs the whole program on every population that agrees with a table, and keeps those that give the very same table. Choices made for
/// the true counts tell this one something, with pools and without; how much is measured, for whoever asks for it (docs/adr/0030).
/// </summary>
public sealed class RerunningReaderTests
{
    [Fact(Explicit = true)]
    public void WhatARerunSettles_IsNoMoreWithPools()
    {
        var (alone, pooled) = (Settled(isPooled: false), Settled(isPooled: true));
        TestContext.Current.SendDiagnosticMessage("of {0} small counts: {1} settled by suppression alone, {2} with pools", alone.Small, alone.Settled, pooled.Settled);
        Assert.True(pooled.Settled <= alone.Settled);
    }

    private static (int Small, int Settled) Settled(bool isPooled)
    {
        var (small, settled) = (0, 0);
        for (var i = 0; i < 60; i++)
        {
            var world = new SomePools([4], 900 + i, new ContingencyRules { K = 3 }, false, ["v0"]);
            var spec = world.Spec with { Variables = [world.Spec.Variables[0] with { IsPooled = isPooled }] };
            if (world.Counts.Sum() > 14 || Print(spec, world.Records) is not { } text)
            {
                continue;
            }

            var values = world.Counts.Select(_ => new SortedSet<long>()).ToArray();
            foreach (var other in Populations(4, world.Counts.Sum()).Where(o => Print(spec, SomeTables.Of([4], o, spec.Rules).Records) == text))
            {
                foreach (var (c, value) in other.Index())
                {
                    values[c].Add(value);
                }
            }

            small += world.Counts.Count(c => c is 1 or 2);
            settled += world.Counts.Index().Count(c => c.Item is 1 or 2 && values[c.Index].Min >= 1 && values[c.Index].Max <= 2);
        }

        return (small, settled);
    }

    private static string? Print(ContingencySpec spec, ContingencyRecords records)
    {
        var outcome = TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);
        return outcome.Blocking is not null ? null : string.Join(";", outcome.Tables.SelectMany(SomeTables.Cells).Select(c => $"{string.Join('/', c.Codes)}={c.Shown}"));
    }

    private static IEnumerable<long[]> Populations(int categories, long persons) => categories == 1 ? [[persons]]
        : Enumerable.Range(0, (int)persons + 1).SelectMany(v => Populations(categories - 1, persons - v), (v, rest) => (long[])[v, .. rest]);
}
