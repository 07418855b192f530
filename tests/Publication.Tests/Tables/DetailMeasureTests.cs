using Publication.Tables;
using Publication.Tests.Verification;
using Xunit;

namespace Publication.Tests.Tables;

public sealed class DetailMeasureTests
{
    [Fact]
    public void EverythingShown_IsOne() => Measures(Alone("5", "5", "6", "4", "20"), 1m, 1m);

    [Fact]
    public void HiddenCells_CountForNothing() => Measures(Alone("c", "c", "6", "4", "20"), 0.5m, 0.5m);

    [Fact]
    public void HiddenTotal_HasNoMeasure() => Measures(Alone("c", "c", "6", "4", "c"), null, null);

    [Fact]
    public void NobodyAtAll_IsOne() => Measures(Alone("0", "0", "0", "0", "0"), 1m, 1m);

    /// <summary>12 alone, 8 in a row that names two: 12 / 20 in rows of their own, and half a category's worth for the rest.</summary>
    [Fact]
    public void PooledRow_CountsByItsMembers() => Measures(Pooled(declaresRows: false), 0.6m, 0.8m);

    /// <summary>All are in shown rows of the layout; what the pooled one costs is in the detail.</summary>
    [Fact]
    public void PooledRowOfAnotherTablesLayout_IsShownAndAsCoarseAsItsMembers() => Measures(Pooled(declaresRows: true), 1m, 0.8m);

    /// <summary>Shown answers do not say how many persons they cover.</summary>
    [Fact]
    public void SeveralAnswersAPerson_HaveNoMeasure() => Measures(Pooled(declaresRows: false, isAdditive: false), null, null);

    private static void Measures(PublishedTable table, decimal? shown, decimal? detail) => Assert.Equal((shown, detail), (table.PersonsShownShare, table.Detail));

    private static PublishedTable Alone(params string[] marks) => Bulletin.Print(Bulletin.Sectors("t"), marks);

    private static PublishedTable Pooled(bool declaresRows, bool isAdditive = true)
    {
        var declared = Bulletin.Sector.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node("sector", [l.Code]))).ToArray();
        AxisRow[] rows = [Row("s1"), Row("s2"), Row("s3", "s4"), AxisRow.Total(Bulletin.Text("Toplam"))];
        var axis = new Axis("sector", Bulletin.Sector.Label, VariableRole.Sensitive, declared, rows, isAdditive, declaresRows);
        return Bulletin.Print(new TableDesign("t", Bulletin.Text("t"), Bulletin.Population, [], [axis]), "7", "5", "8", "20");
    }

    private static AxisRow Row(params string[] members) => new(string.Join('+', members), Bulletin.Text("row"), new Node("sector", members), members);
}
