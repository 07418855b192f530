using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>Hiding more never makes a safe release unsafe, and learning more never opens what was settled.</summary>
public sealed class MonotonyTests
{
    [Fact]
    public void HidingOneMoreCell_KeepsTheCertificateGood()
    {
        var tally = Trials.Run(600, firstSeed: 400_001, HidesOneMore);

        Assert.True(tally["hidden one more"] >= 400, tally.ToString());
    }

    [Fact]
    public void ShowingOneMoreCell_NeverOpensAnything()
    {
        var tally = Trials.Run(400, firstSeed: 410_001, ShowsOneMore);

        Assert.True(tally["shown one more"] >= 200, tally.ToString());
    }

    private static string? HidesOneMore(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var ledger = Engine.History(instance);
        if (Engine.Run(Engine.Problem(instance, instance.Releases[^1], ledger)).Candidate is not { } candidate)
        {
            return null;
        }

        var earlier = ledger.Entries.SelectMany(e => e.Content.Tables).SelectMany(ShownIn).ToHashSet();
        var shown = candidate.Content.Tables.SelectMany(ShownIn).Distinct().Where(c => !earlier.Contains(c)).ToArray();
        if (shown.Length == 0)
        {
            return null;
        }

        tally.Count("hidden one more");
        var one = shown[new Tape([.. numbers.Reverse()]).Next(shown.Length)];
        var stillShown = shown.Where(c => !c.Equals(one)).ToHashSet();
        var content = Patterns.Fill(instance, instance.Releases[^1], ledger, (cell, _) => !stillShown.Contains(cell));
        var again = Patterns.Candidate(instance, content, ledger, candidate.Certificate.Witnesses[Instance.Population]);
        var outcome = ReleaseVerifier.Verify(again, Patterns.Records(instance), ledger, instance.Rules);
        return outcome.Verified is null ? $"{string.Join(" | ", outcome.Findings)}\n{Worlds.Describe(instance, [content])}" : null;
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

    private static IEnumerable<CellDefinition> ShownIn(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Where(c => table.Cells[c].IsShown).Select(table.Design.DefinitionOf);

    private static IEnumerable<CellDefinition> HiddenIn(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Where(c => !table.Cells[c].IsShown).Select(table.Design.DefinitionOf);
}
