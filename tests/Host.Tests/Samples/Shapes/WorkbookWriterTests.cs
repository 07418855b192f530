using System.IO.Compression;
using Host.Samples.Shapes.Htcds;
using Xunit;

namespace Host.Tests.Samples.Shapes;

public sealed class WorkbookWriterTests
{
    [Fact]
    public void SameRows_GiveTheSameBytes_AtAnyHour() => Assert.Equal(Workbook(), Workbook());

    [Fact]
    public void Entries_AreStored_SoThatNoCompressorVersionShows()
    {
        using var archive = new ZipArchive(new MemoryStream(Workbook()));
        Assert.All(archive.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
        Assert.Contains(archive.Entries, entry => entry.FullName == "xl/worksheets/sheet2.xml");
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(51, "AZ")]
    [InlineData(52, "BA")]
    public void ColumnName_CountsLikeASpreadsheet(int index, string expected) => Assert.Equal(expected, WorkbookParts.ColumnName(index));

    private static byte[] Workbook()
    {
        var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream, "Sheet1", [("about", ["x"])]))
        {
            workbook.WriteRow([SheetCell.Of("a & <b>"), SheetCell.Empty, SheetCell.OfDate(new DateOnly(2025, 1, 2))], hidden: true);
            workbook.WriteRow([SheetCell.Of(true), SheetCell.OfBareSerial(new DateOnly(1900, 3, 1)), SheetCell.Of("a & <b>")]);
        }

        return stream.ToArray();
    }
}
