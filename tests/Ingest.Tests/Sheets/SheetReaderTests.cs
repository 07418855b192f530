using System.IO.Compression;
using System.Text;
using Ingest.Rules;
using Ingest.Sheets;
using Xunit;

namespace Ingest.Tests.Sheets;

/// <summary>Published files of three kinds read to the same cells, and hostile ones refused before anything holds them.</summary>
public sealed class SheetReaderTests
{
    [Fact]
    public void OpenDocument_HasCellsMergesAndNoNotes()
    {
        var sheet = Assert.Single(Read(Ods("""
            <table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><office:annotation><text:p>a secret</text:p></office:annotation><text:p>Sex</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="2"/>North</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """)).Sheets);
        Assert.Equal("Sex", sheet.Rows[0][0].Text);
        Assert.Equal(new SheetArea(0, 0, 0, 1), Assert.Single(sheet.Merged));
        Assert.Equal(("North", 1), (sheet.Rows[1][0].Text, sheet.Rows[1][0].Indent));
        Assert.Equal([12d, 12d], sheet.Rows[1].Skip(1).Select(c => c.Number));
        Assert.InRange(sheet.Rows.Count, 2, 4);
    }

    [Fact]
    public void Text_IsReadWithItsDelimiterAndIndent()
    {
        var sheet = Assert.Single(Read(Encoding.UTF8.GetBytes("İl;Sayı\n  Iğdır;7\n")).Sheets);
        Assert.Equal(("Iğdır", 1, "7"), (sheet.Rows[1][0].Text, sheet.Rows[1][0].Indent, sheet.Rows[1][1].Text));
    }

    [Theory]
    [InlineData("<table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>", RuleCode.TooManyRows)]
    [InlineData("<table:table-row><table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>x</text:p></table:table-cell></table:table-row>", RuleCode.TooManyColumns)]
    [InlineData("<table:table-row>", RuleCode.WorkbookDamaged)]
    public void HostileOpenDocument_IsRefused(string rows, RuleCode rule) => Assert.Equal(rule, Read(Ods(rows)).Fault);

    [Fact]
    public void DocumentType_IsRefused() => Assert.Equal(RuleCode.WorkbookDamaged, Read(Zip("<!DOCTYPE a [<!ENTITY b 'bb'>]><a/>")).Fault);

    [Fact]
    public void Bomb_IsRefusedWhileUnpacking() =>
        Assert.NotNull(Read(Ods("<table:table-row><table:table-cell><text:p>" + new string('x', 40_000) + "</text:p></table:table-cell></table:table-row>")).Fault);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    public void OtherFiles_AreRefused(string content) => Assert.NotNull(Read(Encoding.UTF8.GetBytes(content)).Fault);

    private static SheetReading Read(byte[] file) => SheetReader.Read(new MemoryStream(file), TestContext.Current.CancellationToken);

    private static byte[] Ods(string rows) => Zip(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"T\">"
        + rows + "</table:table></office:spreadsheet></office:body></office:document-content>");

    private static byte[] Zip(string content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("content.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        return bytes.ToArray();
    }
}
