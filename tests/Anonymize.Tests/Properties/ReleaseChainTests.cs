using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// New quarters and calendar years, one on another: after every release all earlier duties still hold on everything published together, one
/// definition has one state, and shown figures add up.
/// </summary>
public sealed class ReleaseChainTests
{
    [Fact]
    public void AfterEveryRelease_AllEarlierDutiesHold()
    {
        var tally = Trials.Run(500, firstSeed: 300_001, Fault);

        Assert.True(tally["chains"] >= 150, tally.ToString());
        Assert.True(tally["releases"] >= 2 * tally["chains"], tally.ToString());
        Assert.True(tally["sums checked"] >= 300, tally.ToString());
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = Chain(InstanceBuilder.From(numbers));
        if (instance.Releases.Count < 2)
        {
            return null;
        }

        var ledger = Ledger.Empty.WithBackground(instance.Background);
        foreach (var tables in instance.Releases)
        {
            if (Engine.Run(Engine.Problem(instance, tables, ledger)).Candidate is not { } candidate)
            {
                tally.Count("withheld");
                continue;
            }

            ledger = ledger.Append(candidate.Content, instance.Rules);
            var releases = Worlds.Contents(ledger);
            if (Worlds.Broken(instance, releases) is not { } broken)
            {
                return null;
            }

            tally.Count("releases");
            var fault = broken.Count > 0 ? $"[{string.Join(" | ", broken.Select(b => b.Name))}]" : TwoStates(candidate.Content) ?? Wrong(candidate.Content, tally);
            if (fault is not null)
            {
                return $"{fault}\n{Worlds.Describe(instance, releases)}";
            }
        }

        tally.Count("chains");
        return null;
    }

    /// <summary>First quarter, second quarter and year as three releases.</summary>
    private static Instance Chain(Instance instance) => new()
    {
        Variables = instance.Variables,
        Impossible = instance.Impossible,
        Persons = instance.Persons,
        Partners = instance.Partners,
        Rules = instance.Rules,
        Background = instance.Background,
        Releases =
        [
            .. instance.Releases.SelectMany(r => r.GroupBy(t => t.Where.Count).OrderByDescending(g => g.Key).Select(g => (IReadOnlyList<TableDesign>)[.. g])),
        ],
    };

    private static string? TwoStates(ReleaseContent content) => content.Tables
        .SelectMany(t => Enumerable.Range(0, t.Design.CellCount).Select(c => (Cell: t.Design.DefinitionOf(c), State: CellMark.Of(t.Cells[c]))))
        .GroupBy(c => c.Cell)
        .FirstOrDefault(g => g.Select(c => c.State).Distinct().Count() > 1)?.Key.Key;

    /// <summary>Where a table shows a Total and every row that it sums, the figures add up.</summary>
    private static string? Wrong(ReleaseContent content, Tally tally)
    {
        foreach (var table in content.Tables)
        {
            for (var a = 0; a < table.Design.Axes.Count; a++)
            {
                if (!table.Design.Axes[a].IsAdditive)
                {
                    continue;
                }

                foreach (var line in Enumerable.Range(0, table.Design.CellCount).GroupBy(c => string.Join(',', Enumerable.Range(0, table.Design.Axes.Count).Where(x => x != a).Select(x => table.Design.RowOf(c, x)))))
                {
                    var cells = line.ToLookup(c => table.Design.Axes[a].Rows[table.Design.RowOf(c, a)].IsTotal, c => table.Cells[c]);
                    if (cells[true].Any() && line.All(c => table.Cells[c].IsShown))
                    {
                        tally.Count("sums checked");
                        if (cells[true].Single().Value != cells[false].Sum(c => c.Value))
                        {
                            return $"{table.Design.Id} does not add up";
                        }
                    }
                }
            }
        }

        return null;
    }
}
