using Publication.Tables;
using Xunit;

namespace Publication.Tests.Tables;

public sealed class CellDefinitionTests
{
    [Fact]
    public void Order_IsNoPartOfTheDefinition()
    {
        var one = new CellDefinition("p", [new Node("b", ["2", "1"]), new Node("a", ["x"])]);
        var other = new CellDefinition("p", [new Node("a", ["x", "x"]), new Node("b", ["1", "2"])]);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal("p;a=x;b=1,2", one.Key);
    }

    [Fact]
    public void TwoNodesOfOneVariable_Intersect() =>
        Assert.Equal("p;a=y", new CellDefinition("p", [new Node("a", ["x", "y"]), new Node("a", ["y", "z"])]).Key);

    [Fact]
    public void GroupWithOneMember_IsThatMember() => Assert.Equal(new CellDefinition("p", [new Node("a", ["x"])]), new CellDefinition("p", [new Node("a", ["x", "x"])]));

    /// <summary>Turkish dotless ı and dotted İ are letters of their own; order and equality are by code point.</summary>
    [Fact]
    public void Codes_AreComparedOrdinally()
    {
        Assert.NotEqual(new CellDefinition("p", [new Node("a", ["ı"])]), new CellDefinition("p", [new Node("a", ["I"])]));
        Assert.NotEqual(new CellDefinition("p", [new Node("a", ["i"])]), new CellDefinition("p", [new Node("a", ["İ"])]));
        Assert.Equal("p;a=I,i,İ,ı", new CellDefinition("p", [new Node("a", ["ı", "İ", "i", "I"])]).Key);
    }
}
