using System.Text;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Tests.Samples;

namespace Reports.Tests.Files;

public sealed class TidyCsvTests
{
    private static readonly ReleasePeriod Period = ReleasePeriod.OfQuarter(2025, 4);

    [Fact]
    public void OneWayTable_MatchesGolden()
    {
        var table = new SomeTable("sectors").By(SomeLabels.Sector, "FSX", "AGR", "TOU+CON+FSH+POR").Of(31, null, 9, 48);

        Assert.Equal(
            "period,sector,value,status\n"
            + "2025-Q4,AGR,,c\n"
            + "2025-Q4,CON+FSH+POR+TOU,9,\n"
            + "2025-Q4,FSX,31,\n"
            + "2025-Q4,Total,48,\n",
            Write(table));
    }

    [Fact]
    public void CrossedTable_MatchesGolden()
    {
        var table = new SomeTable("sectors-by-group").By(SomeLabels.Sector, "FSX", "AGR").By(SomeLabels.Group, "WOM", "MAN")
            .Of(PublishedCell.Show(25), SomeTable.C, PublishedCell.Show(31), SomeTable.Z, SomeTable.X, PublishedCell.Show(0), SomeTable.C, SomeTable.C, PublishedCell.Show(31));

        Assert.Equal(
            "period,sector,group,value,status\n"
            + "2025-Q4,AGR,MAN,,x\n"
            + "2025-Q4,AGR,WOM,,z\n"
            + "2025-Q4,AGR,Total,0,\n"
            + "2025-Q4,FSX,MAN,,c\n"
            + "2025-Q4,FSX,WOM,25,\n"
            + "2025-Q4,FSX,Total,31,\n"
            + "2025-Q4,Total,MAN,,c\n"
            + "2025-Q4,Total,WOM,,c\n"
            + "2025-Q4,Total,Total,31,\n",
            Write(table));
    }

    [Fact]
    public void VariableCalledStatus_HasAnotherColumnName()
    {
        var table = new SomeTable("identified").By(SomeLabels.Status, "ACT").Of(7, 7);

        Assert.StartsWith("period,victim_status,value,status\n", Write(table), StringComparison.Ordinal);
        Assert.StartsWith("period,status_code,value,status\n", Encoding.UTF8.GetString(TidyCsv.Write(Period, table, declared: null)), StringComparison.Ordinal);
    }

    [Fact]
    public void File_HasNoByteOrderMarkAndNoCarriageReturn()
    {
        var bytes = TidyCsv.Write(Period, new SomeTable("sectors").By(SomeLabels.Sector, "AGR").Of(7, 7), declared: null);

        Assert.Equal((byte)'p', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    private static string Write(PublishedTable table) =>
        Encoding.UTF8.GetString(TidyCsv.Write(Period, table, ShippedBulletins.Quarterly().FindTable(table.Design.Id)));
}
