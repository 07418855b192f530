using Publication.Releases;
using Publication.Tables;
using Reports.Indicators;
using Reports.Tests.Samples;

namespace Reports.Tests.Indicators;

public sealed class EarlierFiguresTests
{
    private static readonly ReleasePeriod Now = ReleasePeriod.OfQuarter(2025, 4);
    private static readonly ReleasePeriod Then = ReleasePeriod.OfQuarter(2025, 3);

    [Fact]
    public void SameRow_IsFound() => Assert.Equal(8, Find(Table(Then, "AGR", "FSX").Of(8, 30, 38)).Value);

    [Fact]
    public void RowPooledThen_IsNotAvailable() => Assert.Equal(CellState.NotAvailable, Find(Table(Then, "AGR+FSX").Of(38, 38)).State);

    [Fact]
    public void HiddenThen_StaysHidden() => Assert.Equal(CellState.Hidden, Find(Table(Then, "AGR", "FSX").Of(null, null, 38)).State);

    [Fact]
    public void OtherPersonsCounted_IsNotAvailable() =>
        Assert.Equal(CellState.NotAvailable, Find(Table(Then, "AGR", "FSX").Where(new Node("status", ["POS"]), Quarter(Then)).Of(8, 30, 38)).State);

    [Fact]
    public void NoRelease_IsNotAvailable() => Assert.Equal(CellState.NotAvailable, EarlierFigures.Find(null, Table(Now, "AGR", "FSX").Of(9, 31, 40), 0).State);

    private static Figure Find(PublishedTable then) => EarlierFigures.Find(SomeRelease.Content(Then, then), Table(Now, "AGR", "FSX").Of(9, 31, 40), 0);

    private static SomeTable Table(ReleasePeriod period, params string[] rows) =>
        new SomeTable("sectors").Where(new Node("status", ["ACT"]), Quarter(period)).By(SomeLabels.Sector, rows);

    private static Node Quarter(ReleasePeriod period) => new("quarter", [period.ToString()]);
}
