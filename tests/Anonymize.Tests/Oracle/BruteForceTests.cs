using Anonymize.Tests.Properties;
using Publication.Tables;
using Xunit;

namespace Anonymize.Tests.Oracle;

/// <summary>The judge is judged: worlds small enough to work out on paper.</summary>
public sealed class BruteForceTests
{
    private static readonly Variable A = SmallWorlds.Variable("a", "a1", "a2", "a3");
    private static readonly Variable B = SmallWorlds.Variable("b", "b1", "b2");

    [Fact]
    public void HiddenPairUnderAShownSum_RunsFromZeroToTheSum()
    {
        var space = AtomSpace.Of([A], []);

        var values = ValuesOf(space, [Fact(space, 10), Fact(space, 6, ("a", "a3"))], ("a", "a1"));

        Assert.Equal([0, 1, 2, 3, 4], Listed(values));
    }

    [Fact]
    public void LoneHiddenCell_IsSettledByItsSum()
    {
        var space = AtomSpace.Of([A], []);

        var values = ValuesOf(space, [Fact(space, 10), Fact(space, 6, ("a", "a3")), Fact(space, 3, ("a", "a2"))], ("a", "a1"));

        Assert.Equal([1], Listed(values));
    }

    /// <summary>Rows 4 and 3, columns 5 and 2: the first cell lies between 4 + 5 − 7 and 4.</summary>
    [Fact]
    public void HiddenTwoByTwo_LiesBetweenTheFrechetBounds()
    {
        var space = AtomSpace.Of([SmallWorlds.Variable("a", "a1", "a2"), B], []);

        var values = ValuesOf(space, [Fact(space, 7), Fact(space, 4, ("a", "a1")), Fact(space, 5, ("b", "b1"))], ("a", "a1"), ("b", "b1"));

        Assert.Equal([2, 3, 4], Listed(values));
    }

    [Fact]
    public void DeclaredLink_NarrowsWhatIsPossible()
    {
        var link = ImpossibleCombination.Implication("victims", new Node("a", ["a1"]), new Node("b", ["b1"]), ["b1", "b2"]);
        var space = AtomSpace.Of([SmallWorlds.Variable("a", "a1", "a2"), B], [link]);

        var values = ValuesOf(space, [Fact(space, 7), Fact(space, 4, ("a", "a1")), Fact(space, 5, ("b", "b1"))], ("a", "a1"), ("b", "b1"));

        Assert.Equal([4], Listed(values));
    }

    [Fact]
    public void UnboundedFigure_MayHoldAnyNumber()
    {
        var space = AtomSpace.Of([A], []);

        var values = ValuesOf(space, [Fact(space, 3, ("a", "a3"))], ("a", "a1"));

        Assert.True(Enumerable.Range(0, 64).All(values.Contains));
    }

    [Fact]
    public void BandAsFact_BoundsFromBothSides()
    {
        var space = AtomSpace.Of([A], []);
        var band = new PublicFact(space.Region([new Node("a", ["a1", "a2"])]), 2, 5);

        var values = BruteForce.ValuesOf(space, [Fact(space, 3, ("a", "a1")), band], space.Region([new Node("a", ["a2"])]), Insight.None);

        Assert.Equal([0, 1, 2], Listed(values!.Value));
    }

    /// <summary>Of a hidden pair that sums to 4 the partner knows three of a1: the other person is in a1 or in a2.</summary>
    [Fact]
    public void Partner_SubtractsTheOwnRecords()
    {
        var space = AtomSpace.Of([A], []);
        var insight = new Insight { Name = "partner", SubtractsRecords = true, Records = [3, 0, 0] };

        var values = BruteForce.ValuesOf(space, [Fact(space, 4), Fact(space, 0, ("a", "a3"))], space.Region([new Node("a", ["a1"])]), insight);

        Assert.Equal([0, 1], Listed(values!.Value));
    }

    [Fact]
    public void Person_KeepsTheOwnRecord()
    {
        var space = AtomSpace.Of([A], []);
        var insight = new Insight { Name = "person", Records = [1, 0, 0] };

        var values = BruteForce.ValuesOf(space, [Fact(space, 3), Fact(space, 0, ("a", "a3"))], space.Region([new Node("a", ["a1"])]), insight);

        Assert.Equal([1, 2, 3], Listed(values!.Value));
    }

    /// <summary>Three members below 5 that sum to 12 are 4 each; to 11 they are 3 or 4.</summary>
    [Theory]
    [InlineData(12, new[] { 4 })]
    [InlineData(11, new[] { 3, 4 })]
    public void PoolRule_CapsTheMembers(int sum, int[] expected)
    {
        var space = AtomSpace.Of([A], []);
        var insight = new Insight { Name = "pool", Caps = [.. new[] { "a1", "a2", "a3" }.Select(m => (space.Region([new Node("a", [m])]), 4))] };

        var values = BruteForce.ValuesOf(space, [Fact(space, sum)], space.Region([new Node("a", ["a1"])]), insight);

        Assert.Equal(expected, Listed(values!.Value));
    }

    [Fact]
    public void TooManyPopulations_IsNoAnswer()
    {
        var space = AtomSpace.Of([A, B], []);

        Assert.Null(BruteForce.ValuesOf(space, [Fact(space, 12)], space.Region([new Node("a", ["a1"])]), Insight.None, limit: 3));
    }

    private static PublicFact Fact(AtomSpace space, int value, params (string Variable, string Leaf)[] nodes)
    {
        var region = space.Region(nodes.Select(n => new Node(n.Variable, [n.Leaf])));
        return new PublicFact(region, value, value);
    }

    private static Values ValuesOf(AtomSpace space, PublicFact[] facts, params (string Variable, string Leaf)[] nodes) =>
        BruteForce.ValuesOf(space, facts, space.Region(nodes.Select(n => new Node(n.Variable, [n.Leaf]))), Insight.None)!.Value;

    private static int[] Listed(Values values) => [.. Enumerable.Range(0, 63).Where(values.Contains)];
}
