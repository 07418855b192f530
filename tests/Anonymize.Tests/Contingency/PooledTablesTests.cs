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

    /// <summary>Whoever knows that categories with nobody in them are pooled knows of one alone beside a pool that it has somebody, in an earlier table too; of one that is named nothing follows.</summary>
    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 1)]
    public void CategoryAloneBesideAPool_IsKnownToHaveSomebody(bool isNamed, bool isEarlier, long room)
    {
        var (spec, records) = SomeTables.Of([4], [2, 2, 2, 20], new ContingencyRules { K = 5, Level = ContingencyLevel.Band });
        string[][] rows = [["a00"], ["a01", "a02"], ["a03"]];
        var table = spec.Tables[0];
        var known = new KnownTable("known[0]/t", table, [KnownTable.Ordered(["Total", "a00", "a03", "a01+a02"])], [null, 20, null, 26], 0)
        {
            Layouts = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal) { ["v0"] = rows.ToDictionary(r => string.Join('+', r), r => (IReadOnlyList<string>)r, StringComparer.Ordinal) },
        };
        var named = new PrimaryCell(new CellReference(null, new Dictionary<string, string>(StringComparer.Ordinal) { ["v0"] = "a00" }, "primary"), 1, 1);
        spec = spec with
        {
            Variables = [spec.Variables[0] with { IsPooled = !isEarlier }],
            Tables = [isEarlier ? table : table with { Layouts = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(StringComparer.Ordinal) { ["v0"] = rows } }],
            Rules = spec.Rules with { Primary = isNamed ? [named] : [] },
        };
        var files = isEarlier ? new SpecFiles { Known = [known] } : SpecFiles.None;
        var (system, faults) = SystemBuilder.Build(spec, records, files);
        Assert.Empty(faults);
        Assert.Equal(room, system!.RoomDown[0]);
    }

    /// <summary>Codes may hold a plus themselves; two rows that would both be called A+B+C are no layout.</summary>
    [Fact]
    public void RowsThatWouldBearOneCode_AreNoLayout()
    {
        var (spec, records) = SomeTables.Of([4], [9, 8, 7, 6], new ContingencyRules { K = 5 });
        var named = new ContingencyRecords(records.Names, [["A", "A+B", "B+C", "C"]], records.Codes, records.Weights);
        IReadOnlyList<InputFault> Faults(params string[][] rows) => SystemBuilder.Build(
            spec with
            {
                Variables = [spec.Variables[0] with { IsPooled = true }],
                Tables = [spec.Tables[0] with { Layouts = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>(StringComparer.Ordinal) { ["v0"] = rows } }],
            },
            named,
            SpecFiles.None).Faults;
        Assert.Equal([InputFaultKind.LayoutUnfit], Faults(["A+B", "C"], ["A", "B+C"]).Select(f => f.Kind));
        Assert.Empty(Faults(["A+B", "B+C"], ["A", "C"]));
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
