using Publication.Tables;
using Publication.Tests.Verification;
using Xunit;

namespace Publication.Tests.Tables;

public sealed class TableDesignTests
{
    private static readonly Variable A = Bulletin.Variable("a", VariableRole.Other, "a1", "a2");
    private static readonly Variable B = Bulletin.Variable("b", VariableRole.Other, "b1", "b2", "b3");

    private static readonly TableDesign Crossed = new("t", Bulletin.Text("t"), "p", [new Node("q", ["1"])], [AxisOf(A), AxisOf(B)]);

    [Fact]
    public void Positions_RunRowByRow()
    {
        Assert.Equal(12, Crossed.CellCount);
        for (var cell = 0; cell < Crossed.CellCount; cell++)
        {
            Assert.Equal(cell, Crossed.CellAt(Crossed.RowOf(cell, 0), Crossed.RowOf(cell, 1)));
        }

        Assert.Equal("p;a=a2;b=b3;q=1", Crossed.DefinitionOf(Crossed.CellAt(1, 2)).Key);
        Assert.Equal("p;a=a2;q=1", Crossed.DefinitionOf(Crossed.CellAt(1, 3)).Key);
        Assert.Equal("p;q=1", Crossed.DefinitionOf(11).Key);
    }

    [Fact]
    public void WrongNumberOfCells_IsNoTable() =>
        Assert.Throws<ArgumentException>(() => new PublishedTable(Crossed, [PublishedCell.Hidden], Bulletin.Text("")));

    [Fact]
    public void HiddenCell_HasNoValueToLeak()
    {
        Assert.Throws<InvalidOperationException>(() => PublishedCell.Hidden.Value);
        Assert.DoesNotContain("7", PublishedCell.Hidden.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(PublishedCell.Hidden, PublishedCell.Show(0));
        Assert.NotEqual(PublishedCell.NotApplicable, PublishedCell.Show(0));
    }

    [Fact]
    public void CategoryTwice_IsNoVariable() => Assert.Throws<ArgumentException>(() => Bulletin.Variable("a", VariableRole.Other, "x", "y", "x"));

    private static Axis AxisOf(Variable variable) => new(
        variable.Name,
        variable.Label,
        variable.Role,
        variable.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node(variable.Name, [l.Code]))),
        [.. variable.Leaves.Select(l => new AxisRow(l.Code, l.Label, new Node(variable.Name, [l.Code]), [l.Code])), AxisRow.Total(Bulletin.Text("Toplam"))],
        isAdditive: true);
}
