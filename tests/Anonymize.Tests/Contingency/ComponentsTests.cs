using Anonymize.Contingency;
using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>What nothing connects is solved apart, and told apart.</summary>
[Trait("culture", "first")]
public sealed class ComponentsTests
{
    /// <summary>Two tables of the two regions; the totals of both are known from elsewhere or shown, so that neither says anything of the other.</summary>
    [Fact]
    public void HiddenCellsOfTablesThatShareShownCellsOnly_AreParts()
    {
        var outcome = Protect(new ContingencyRules { K = 5, Level = ContingencyLevel.Band });
        Assert.Null(outcome.Blocking);
        Assert.Equal(2, outcome.Summary!.Components);
    }

    /// <summary>Each row hides two cells of its own; the earlier table has shown what the rows add up to, and connects them no longer.</summary>
    [Fact]
    public void WhatEverybodyKnows_ConnectsNothing()
    {
        var (spec, records) = SomeTables.Of([2, 4], [3, 9, 2, 14, 4, 8, 1, 12], new ContingencyRules { K = 5, Level = ContingencyLevel.Exact });
        var rows = spec with { Tables = [SomeTables.Table("rows", "v0", "v1") with { NoTotal = ["v0", "v1"] }] };
        var free = SomeTables.System(rows with { Tables = [.. rows.Tables, SomeTables.Table("sums", "v0")] }, records);
        Assert.Equal(1, Components.Of(free, [.. free.Values.Select((v, c) => free.IsPrinted[c] && v is < 5 or 28 or 25)]));
        var known = new KnownTable("known[0]/t", SomeTables.Table("t", "v0"), [["a00", "a01", "Total"]], [28, 25, 53], 0);
        var (fixedRows, _) = SystemBuilder.Build(rows, records, new SpecFiles { Known = [known] });
        Assert.Equal(2, Components.Of(fixedRows!, [.. fixedRows!.Values.Select((v, c) => fixedRows.IsPrinted[c] && v < 5)]));
    }

    /// <summary>A programme over a part finds a move exactly where the programme over everything does.</summary>
    [Fact]
    public void ProgrammesOfParts_FindWhatTheProgrammeOfAllFinds()
    {
        var (found, none) = (0, 0);
        for (var i = 0; i < 12; i++)
        {
            var world = new SomeOffices([3, 3, 2], 0, offices: 1, 300 + (17 * i), new ContingencyRules { K = 3 });
            var system = SomeTables.System(world.Spec, world.Records);
            var random = new Random(i);
            // Open cells fall apart into parts.
            system = system with { IsOpen = [.. system.Values.Select(_ => random.Next(2) == 0)] };
            using var all = new ProgrammeMoves(system);
            using var parts = new PartProgrammes(system);
            var prices = system.IsOpen.Select(o => o ? double.PositiveInfinity : 1).ToArray();
            foreach (var cell in Enumerable.Range(0, system.Count).Where(c => !system.IsOpen[c]))
            {
                var question = new MoveQuestion(cell, 1, 1, prices, double.PositiveInfinity);
                var budget = new WorkBudget(long.MaxValue, TestContext.Current.CancellationToken);
                var (one, other) = (all.Find(question, budget), parts.Find(question, budget));
                Assert.Equal(one is null, other is null);
                (found, none) = one is null ? (found, none + 1) : (found + 1, none);
            }
        }

        Assert.True(found > 10 && none > 10, $"{found} found, {none} not");
    }

    /// <summary>Two cells are in two parts whichever of them is taken from the other, and a third pair is answered by a programme over everything.</summary>
    [Fact]
    public void ProgrammesOfTwoParts_AreFewAndFindTheSame()
    {
        // Three blocks of two rows and two columns; everything else is open.
        var (spec, records) = SomeTables.Of([6, 6], [.. Enumerable.Repeat(4L, 36)], new ContingencyRules { K = 3 });
        var system = SomeTables.System(spec, records);
        system = system with { IsOpen = [.. system.Values.Select((_, c) => c >= 36 || c / 12 != c % 6 / 2)] };
        using var all = new ProgrammeMoves(system);
        using var parts = new PartProgrammes(system, limit: 1);
        var budget = new WorkBudget(long.MaxValue, TestContext.Current.CancellationToken);
        foreach (var (cell, less, count) in new[] { (0, 14, 1), (14, 0, 1), (0, 28, 2), (14, 28, 2) })
        {
            var question = new MoveQuestion(cell, 1, 1, [.. system.Values.Select(_ => 1.0)], double.PositiveInfinity, Less: less);
            Assert.Equal(all.Find(question, budget) is null, parts.Find(question, budget) is null);
            Assert.Equal(count, parts.Count);
        }
    }

    private static ContingencyOutcome Protect(ContingencyRules rules)
    {
        static TableSpec Of(string id, string region) => SomeTables.Table(id, "v1") with
        {
            Where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["v0"] = [region] },
        };
        var (spec, records) = SomeTables.Of([2, 4], [3, 9, 2, 14, 4, 8, 1, 12], rules, 0, Of("first", "a00"), Of("second", "a01"));
        CellReference[] open = [.. spec.Tables.Select(t => new CellReference(t.Id, new Dictionary<string, string>(StringComparer.Ordinal), "open"))];
        return TableProtector.Protect(spec with { Open = open }, records, SpecFiles.None, TestContext.Current.CancellationToken);
    }
}
