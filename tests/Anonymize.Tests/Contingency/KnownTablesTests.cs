using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>A quarter is published, then the half-year that holds it: whoever has both subtracts.</summary>
[Trait("culture", "first")]
public sealed class KnownTablesTests
{
    private static readonly TableSpec Quarter = SomeTables.Table("quarter", "v0") with
    {
        Where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["v1"] = ["b00"] },
    };

    private static readonly TableSpec Half = SomeTables.Table("half", "v0");

    /// <summary>Cells of both tables in the crossing: the quarter is of the first category of the second variable.</summary>
    private static readonly Func<ProtectedTable, IEnumerable<(IReadOnlyList<string> Codes, long? Shown)>> Placed =
        t => SomeTables.Cells(t).Select(c => ((IReadOnlyList<string>)[c.Codes[0], t.Spec.Id == "quarter" ? "b00" : "Total"], c.Shown));

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void TheHalfYearAfterTheQuarter_IsSafeFromWhoeverHasBoth(int earlierK, bool isWithInsiders)
    {
        var rules = new ContingencyRules { K = 3, Level = ContingencyLevel.Band, Persons = isWithInsiders, Coalition = isWithInsiders ? 1 : 0 };
        var (certified, refused, wouldLeak) = (0, 0, 0);
        for (var i = 0; i < 60; i++)
        {
            var world = new SomeOffices([3 + (i % 2), 2], 0, offices: 3, 900 + (53 * i), rules);
            if (Protect(world, Quarter, rules with { K = earlierK }, []) is not { } quarter)
            {
                continue;
            }

            var earlier = Placed(quarter).ToArray();
            if (Protect(world, Half, rules, [Known(quarter)]) is not { } half)
            {
                // Two variables are a network, where what is not found is not there: with all of it hidden, the earlier table alone gives something away by the present k.
                refused++;
                IReadOnlyList<string>[] codes = [.. earlier.Select(e => (IReadOnlyList<string>)[e.Codes[0], "Total"])];
                Assert.NotEqual(0, new InsiderOracle(world, codes.Select(c => (c, (long?)null)), earlier).Leaks());
                continue;
            }

            certified++;
            Assert.True(new InsiderOracle(world, Placed(half), earlier).Leaks() is null or 0, $"world {i}");
            wouldLeak += Protect(world, Half, rules, []) is { } unaware && new InsiderOracle(world, Placed(unaware), earlier).Leaks() > 0 ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0} {1}: {2} certified, {3} refused, {4} would leak", earlierK, isWithInsiders, certified, refused, wouldLeak);
        Assert.True(certified >= 20 && (earlierK < 3 ? refused : wouldLeak) >= 5, $"{certified} certified, {refused} refused, {wouldLeak} would leak");
    }

    /// <summary>A count of two that was shown under an older rule is public; it is not printed once more, and does not keep the rest from being published.</summary>
    [Fact]
    public void WhatAnEarlierRunShowed_IsSettled()
    {
        var (spec, records) = SomeTables.Of([3], [2, 20, 30], new ContingencyRules { K = 2, Level = ContingencyLevel.Exact });
        var before = TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Equal(4, before.Tables[0].Values.Count(v => v is not null));
        var now = TableProtector.Protect(spec with { Rules = spec.Rules with { K = 5 } }, records, new SpecFiles { Known = [Known(before.Tables[0])] }, TestContext.Current.CancellationToken);
        Assert.Equal([null, 20, 30, 52], now.Tables[0].Values);
        Assert.Equal(1, now.Summary!.Weakened);
    }

    [Theory]
    [InlineData("a00", 3, InputFaultKind.FactContradicted)]
    [InlineData("a09", 2, InputFaultKind.FactContradicted)]
    public void AFigureThatTheInputDoesNotHave_IsSaid(string code, long figure, InputFaultKind kind)
    {
        var (spec, records) = SomeTables.Of([3], [2, 20, 30], new ContingencyRules { K = 2, Level = ContingencyLevel.Exact });
        var known = new KnownTable("known[0]/t", spec.Tables[0], [[code]], [figure], 0);
        var outcome = TableProtector.Protect(spec, records, new SpecFiles { Known = [known] }, TestContext.Current.CancellationToken);
        Assert.Contains(outcome.Faults, f => f.Kind == kind);
    }

    [Theory]
    [InlineData("a02", "a02")]
    [InlineData("a02", "a09")]
    [InlineData("other", "a02")]
    public void RowsThatTheInputOrThePrintDoesNotHave_AreSaid(string code, string member)
    {
        var (spec, records) = SomeTables.Of([3], [2, 20, 30], new ContingencyRules { K = 2, Level = ContingencyLevel.Exact });
        var rows = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["a00+a01"] = ["a00", "a01"], [code] = [member] };
        var known = new KnownTable("known[0]/t", spec.Tables[0], [["a00+a01", "a02", "Total"]], [22, 30, 52], 0)
        {
            Layouts = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal) { ["v0"] = rows },
        };
        var more = known with { Layouts = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal) { ["v0"] = new Dictionary<string, IReadOnlyList<string>>(rows, StringComparer.Ordinal) { ["unprinted"] = ["a09"] } } };
        Assert.Equal((code, member) is not ("a02", "a02"), IsContradicted(known));
        Assert.True(IsContradicted(more));

        bool IsContradicted(KnownTable table) => TableProtector.Protect(spec, records, new SpecFiles { Known = [table] }, TestContext.Current.CancellationToken).Faults.Any(f => f.Kind == InputFaultKind.FactContradicted);
    }

    /// <summary>What is proved without an earlier table is refused by the verifier with it, wherever the brute force says that it leaks.</summary>
    [Fact]
    public void APatternThatForgetsTheEarlierTable_IsRefusedByTheVerifier()
    {
        var (rules, refused) = (new ContingencyRules { K = 3, Level = ContingencyLevel.Band }, 0);
        for (var i = 0; i < 40; i++)
        {
            var world = new SomeOffices([3, 2], 0, offices: 1, 900 + (53 * i), rules);
            var files = new SpecFiles { Known = [Known(Protect(world, Quarter, rules, [])!)] };
            var spec = world.Spec with { Tables = [Half] };
            var unaware = TableProtector.Protect(spec, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
            var printed = Placed(unaware.Tables[0]).ToArray();
            var byCell = SomeTables.Cells(unaware.Tables[0]).ToDictionary(c => TableProtector.KeyOf(c.Codes), c => c.Shown, StringComparer.Ordinal);
            var check = TableProtector.Check(spec, world.Records, files, new Dictionary<string, IReadOnlyDictionary<string, long?>>(StringComparer.Ordinal) { ["half"] = byCell }, unaware.Certificate);
            var leaks = new InsiderOracle(world, printed, Placed(Protect(world, Quarter, rules, [])!)).Leaks();
            if (leaks > 0)
            {
                refused++;
                Assert.True(check!.Unproved > 0, $"world {i}");
            }
        }

        Assert.True(refused >= 5, $"{refused} refused");
    }

    private static ProtectedTable? Protect(SomeOffices world, TableSpec table, ContingencyRules rules, KnownTable[] known)
    {
        var outcome = TableProtector.Protect(world.Spec with { Tables = [table], Rules = rules }, world.Records, new SpecFiles { Known = known }, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Faults);
        return outcome.Blocking is null ? outcome.Tables[0] : null;
    }

    private static KnownTable Known(ProtectedTable table) => new("known[0]/" + table.Spec.Id, table.Spec, table.Codes, table.Values, 0);
}
