using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

public sealed class PossibilityTests
{
    private static readonly Variable Form = Bulletin.Variable("form", VariableRole.Sensitive, "f1", "f2");

    /// <summary>Sectors s1 and s2 are form f1 by declaration, each in a combination of its own.</summary>
    private static readonly Possibility Linked = new(
        [Form, Bulletin.Quarter, Bulletin.Sector],
        [
            ImpossibleCombination.Implication("p", new Node("sector", ["s1"]), new Node("form", ["f1"]), ["f1", "f2"]),
            ImpossibleCombination.Implication("p", new Node("sector", ["s2"]), new Node("form", ["f1"]), ["f1", "f2"]),
        ]);

    [Theory]
    [InlineData("s1", false)]
    [InlineData("s1,s2", false)]
    [InlineData("s1,s3", true)]
    [InlineData("s3", true)]
    public void AttributeThatALinkGives_LeavesNobodyWithout(string sectors, bool allows)
    {
        var whole = new CellDefinition("p", [new Node("sector", sectors.Split(',')), Bulletin.In("q1")]);
        var part = new CellDefinition("p", [.. whole.Nodes, new Node("form", ["f1"])]);

        Assert.Equal(allows, Linked.Allows(whole, part));
    }

    [Fact]
    public void RowOfEveryLeaf_LeavesNobodyWithout()
    {
        var whole = new CellDefinition("p", []);

        Assert.False(Linked.Allows(whole, new CellDefinition("p", [new Node("form", ["f1", "f2"])])));
        Assert.True(Linked.Allows(whole, new CellDefinition("p", [new Node("form", ["f2"])])));
    }
}
