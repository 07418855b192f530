using Anonymize.Planning;
using Anonymize.Protection;
using Anonymize.Tests.UnsafeEngines;
using Publication.Ledgers;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>What the analyst is told of the way to a release: each step of each table with the persons it shows, and links that cost a row.</summary>
public sealed class LadderTests
{
    [Fact]
    public void LargeSectorThatALinkKeepsPooled_IsNamedWithTheLink()
    {
        var instance = LinkedSectors.Instance;
        var outcome = Protect(instance, weightOfForms: 3);

        Assert.NotNull(outcome.Verified);
        var note = Assert.Single(outcome.PooledByLink);
        Assert.Equal(("sector", "sex-work"), (note.Table, note.Category));
        Assert.Contains(note.Beside, n => n.Variable == "form");
        Assert.Contains(note.Reveals, n => n.Variable == "sector" && n.Leaves.SequenceEqual(["pornography"]));
        Assert.All(note.Links, link => Assert.Contains(link, instance.Impossible));
    }

    [Fact]
    public void LargeSectorThatStandsAlone_NeedsNoNote()
    {
        var outcome = Protect(LinkedSectors.Instance, weightOfForms: 0.1);

        Assert.NotNull(outcome.Verified);
        Assert.Contains(outcome.Verified.Content.FindTable("sector")!.Design.Axes[0].Rows, r => r.Code == "sex-work");
        Assert.DoesNotContain(outcome.PooledByLink, n => n.Table == "sector");
    }

    [Fact]
    public void EachTable_EndsOnOneStepWhoseShareIsTheReleases()
    {
        var tally = Trials.Run(1000, firstSeed: 820_001, Fault);

        Assert.True(tally["pooled"] >= 20 && tally["hidden"] >= 20 && tally["relaxed"] >= 1 && tally["joined"] >= 1 && tally["withheld"] >= 10, tally.ToString());
    }

    /// <summary>Forty-three persons, four of them in sectors too small to show, alone or together: 39 could be shown, step by step, and in the end nobody is.</summary>
    [Fact]
    public void RefusedTable_ListsEachStepWithWhatItWouldHaveShown()
    {
        var instance = LinkedSectors.Instance;
        var plan = Plans.Of(instance, []);
        var trail = new LadderTrail(plan, new Dictionary<string, RecordView>(StringComparer.Ordinal) { [Instance.Population] = Patterns.Records(instance)[Instance.Population] }, instance.Rules);
        foreach (var table in plan.Tables)
        {
            trail.Start(table, Commissions.DesignOf(table));
        }

        var sectors = plan.Tables[0];
        trail.Joined(sectors, instance.Releases[0][0]);
        trail.Relax([sectors], Instance.Population);
        var steps = trail.Steps(content: null, isRelaxed: false).Where(s => s.Table == sectors.Id).ToArray();

        Assert.Equal(["declared", "joined", "relaxed", "withheld"], steps.Select(s => s.Step));
        Assert.Equal([Math.Round(39m / 43, 4), Math.Round(39m / 43, 4), Math.Round(39m / 43, 4), 0m], steps.Select(s => s.PersonsShown!.Value));
        Assert.Equal([true, true, true, false], steps.Select(s => s.IsAtMost));
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var ledger = Ledger.Empty;
        Node[][] restrictions = instance.Releases.Count == 1 ? [[TableBuilder.In(0)]] : [[TableBuilder.In(0)], [TableBuilder.In(1)], []];
        foreach (var where in restrictions)
        {
            var plan = Plans.Of(instance, where);
            var outcome = ReleaseEngine.Protect(plan, Plans.Records(instance), ledger, instance.Rules, new Budget(100_000), CancellationToken.None);
            if (FaultIn(plan, outcome, instance, tally) is { } fault)
            {
                return fault;
            }

            ledger = outcome.Verified is { } verified ? ledger.Append(verified.Content, instance.Rules) : ledger;
        }

        return null;
    }

    private static string? FaultIn(PeriodPlan plan, ProtectionOutcome outcome, Instance instance, Tally tally)
    {
        foreach (var table in plan.Tables)
        {
            var steps = outcome.Ladder.Where(s => s.Table == table.Id).ToArray();
            foreach (var step in steps)
            {
                tally.Count(step.Step);
            }

            if (steps.Count(s => s.IsTaken) != 1 || steps.Any(s => s.IsTaken == s.IsAtMost) || (steps[0].Step != "declared"))
            {
                return $"{table.Id}: {string.Join(" | ", steps.AsEnumerable())}";
            }

            var taken = steps.Single(s => s.IsTaken);
            var published = outcome.Verified?.Content.FindTable(table.Id);
            if ((taken.Step == "withheld") != (published is null) || (published is not null && taken.PersonsShown != Shown(published, instance)))
            {
                return $"{table.Id}: {taken} is not what the release shows";
            }

            // Hiding for others' sake never shows more than what the rules alone leave.
            if (taken.Step == "hidden" && taken.PersonsShown > steps.Last(s => s.IsAtMost).PersonsShown)
            {
                return $"{table.Id}: {taken} shows more than it could";
            }
        }

        return null;
    }

    /// <summary>Counted person by person, from the figures that are printed.</summary>
    private static decimal? Shown(PublishedTable table, Instance instance)
    {
        var design = table.Design;
        var inner = Enumerable.Range(0, design.CellCount).Where(c => Enumerable.Range(0, design.Axes.Count).All(a => !design.Axes[a].Rows[design.RowOf(c, a)].IsTotal)).ToArray();
        int Count(int cell) => instance.Persons.Count(p => design.DefinitionOf(cell).Nodes.All(n =>
            n.Leaves.Contains(instance.Variables.Single(v => v.Name == n.Variable).Leaves[p.Leaves[instance.Variables.ToList().FindIndex(v => v.Name == n.Variable)]].Code)));
        var all = inner.Sum(Count);
        return all == 0 ? null : Math.Round((decimal)inner.Where(c => table.Cells[c].IsShown).Sum(Count) / all, 4, MidpointRounding.ToEven);
    }

    private static ProtectionOutcome Protect(Instance instance, double weightOfForms)
    {
        var plan = Plans.Of(instance, []);
        plan = plan with { Tables = [.. plan.Tables.Where(t => t.Axes.Count == 1).Select(t => t.Id == "form" ? t with { Weight = weightOfForms } : t)] };
        return ReleaseEngine.Protect(plan, Plans.Records(instance), Ledger.Empty, instance.Rules, new Budget(100_000), CancellationToken.None);
    }
}
