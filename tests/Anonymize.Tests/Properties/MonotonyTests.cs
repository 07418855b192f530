using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>§11.2: learning more never opens what was settled. That hiding more keeps a certificate good is among the engine's properties.</summary>
[Trait("culture", "first")]
public sealed class MonotonyTests
{
    [Fact]
    public void ShowingOneMoreCell_NeverOpensAnything()
    {
        var tally = Trials.Run(4_000, firstSeed: 410_001, ShowsOneMore);

        Assert.True(tally["shown one more"] >= 2_000, tally.ToString());
    }

    private static string? ShowsOneMore(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var choices = new Tape([.. numbers.Reverse()]);
        var content = Patterns.Fill(instance, instance.Releases[0], Ledger.Empty, Patterns.Random(choices, instance.Rules.K));
        var hidden = content.Tables.SelectMany(HiddenIn).Distinct().ToArray();
        if (hidden.Length < 2)
        {
            return null;
        }

        var one = hidden[choices.Next(hidden.Length)];
        var others = hidden.Where(c => !c.Equals(one)).ToHashSet();
        var more = Patterns.Fill(instance, instance.Releases[0], Ledger.Empty, (cell, _) => others.Contains(cell));
        foreach (var cell in others)
        {
            if (ValuesOf(instance, content, cell) is not { } before || ValuesOf(instance, more, cell) is not { } after)
            {
                return null;
            }

            if ((after.Bits & ~before.Bits) != 0 || after.IsEmpty)
            {
                return $"{cell} opened by showing {one}\n{Worlds.Describe(instance, [content, more])}";
            }
        }

        tally.Count("shown one more");
        return null;
    }

    private static Values? ValuesOf(Instance instance, ReleaseContent content, CellDefinition cell)
    {
        var space = instance.Space;
        return BruteForce.ValuesOf(space, PublicFacts.Of(space, [content], instance.Background), space.Region(cell.Nodes), Insight.None);
    }

    private static IEnumerable<CellDefinition> HiddenIn(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Where(c => !table.Cells[c].IsShown).Select(table.Design.DefinitionOf);
}
