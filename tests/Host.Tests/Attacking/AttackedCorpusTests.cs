using Host.Tests.Attacking.Corpus;

namespace Host.Tests.Attacking;

/// <summary>The corpus is what it says: enough of it, half leaking, and labelled by an oracle that is right.</summary>
[Trait("culture", "last")]
public sealed class AttackedCorpusTests
{
    [Fact]
    public void Corpus_HasFortyPublicationsAndMore() => Assert.InRange(AttackedCorpus.Shapes.Count * 2, 40, 500);

    [Theory]
    [MemberData(nameof(AttackedCorpus.Names), MemberType = typeof(AttackedCorpus))]
    public void Publication_LeaksWhereItShould(string name, bool leaks)
    {
        var made = AttackedCorpus.Build(name, leaks);
        Assert.Equal(leaks, made.Leaks);
        Assert.NotEmpty(made.Expected);
        Assert.NotEmpty(made.Files);
    }

    [Fact]
    public void Enumeration_OfASquareWithKnownMargins_GivesEachCellItsRange()
    {
        var table = new Crossing([Axis.Of("r", "Total", "a", "b"), Axis.Of("c", "Total", "x", "y")], c => c[0] == "a" ? 3 : 5)
            .Hide("c", ["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]);
        var bounds = Enumeration.Bounds([table["a", "x"], table["b", "y"], table["a", "y"], table["b", "x"]], [.. table.Sums]);
        Assert.Equal((0, 6), bounds[table["a", "x"]]);
        Assert.Equal((2, 8), bounds[table["b", "y"]]);
    }

    [Fact]
    public void Enumeration_WithoutATotal_HasNoUpperBound()
    {
        var lone = new Figure(3);
        lone.Hide("c");
        Assert.Equal((0, null), Enumeration.Bounds([lone], [])[lone]);
    }
}
