using System.IO.Compression;
using System.Text;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Formats;

public sealed class WorkbookTests
{
    private static readonly string[] Heading = SomeAgencyFile.Heading.Split(';');

    [Fact]
    public void Workbook_ReadsAsTheSameTextFileDoes()
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Row(2, SomeAgencyFile.Row().Split(';')).ToBytes();
        SomeCase fromBook = Assert.Single(SomeReader.Read(book).Cases);
        SomeCase fromText = Assert.Single(SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row())).Cases);
        Assert.Equal(fromText.Codes, fromBook.Codes);
        Assert.Equal(fromText.Sets, fromBook.Sets);
        Assert.Equal(fromText.Periods, fromBook.Periods);
        Assert.Equal((fromText.CaseKey, fromText.MatchKey), (fromBook.CaseKey, fromBook.MatchKey));
    }

    [Theory]
    [InlineData("#46086", "2026-Q1")]
    [InlineData("#46086.5", "2026-Q1")]
    [InlineData("05.03.2026", "2026-Q1")]
    [InlineData("2026-03-05 00:00:00", "2026-Q1")]
    [InlineData("#2025", "2025")]
    public void Date_IsReadAsNumberOrText(string cell, string period)
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Row(2, SomeAgencyFile.Row(("Kayıt Tarihi", cell)).Split(';')).ToBytes();
        Assert.Equal(period, Assert.Single(SomeReader.Read(book).Cases)[Ingest.Cases.PeriodColumn.Registered]);
    }

    [Theory]
    [InlineData("#0", RuleCode.DateOf1900)]
    [InlineData("#1", RuleCode.DateOf1900)]
    [InlineData("#59", RuleCode.DateOf1900)]
    [InlineData("#47000", RuleCode.DateInFuture)]
    [InlineData("=TODAY()", RuleCode.FormulaCell)]
    public void WrongDateCell_HasItsCode(string cell, RuleCode rule)
    {
        byte[] book = new SomeWorkbook().Row(1, Heading)
            .Row(2, SomeAgencyFile.Row(("Kayıt Tarihi", cell)).Split(';'))
            .Row(9, SomeAgencyFile.Row(("Dosya No", "2")).Split(';')).ToBytes();
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(book);
        Assert.Contains(report.Findings, f => f.Rule == rule && f.ColumnLetter == "B" && f.Rows is [2]);
        Assert.Equal([9], cases.Select(c => c.Row));
    }

    [Fact]
    public void FormulaInAColumnThatIsNotRead_DoesNoHarm()
    {
        byte[] book = new SomeWorkbook().Row(1, [.. Heading, "Ek"]).Row(2, [.. SomeAgencyFile.Row().Split(';'), "=1+1"]).ToBytes();
        Assert.True(SomeReader.Read(book).Report.IsAcceptable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SecondSheet_IsRefusedOnlyIfItHoldsRecordsToo(bool records)
    {
        using var book = new ClosedXML.Excel.XLWorkbook();
        Fill(book.AddWorksheet("Notes"), ["About this file"], []);
        Fill(book.AddWorksheet("2025"), Heading, SomeAgencyFile.Row().Split(';'));
        Fill(book.AddWorksheet("2026"), records ? Heading : ["List"], SomeAgencyFile.Row(("Dosya No", "2")).Split(';'));
        using var file = new MemoryStream();
        book.SaveAs(file);
        ValidationReport report = SomeReader.Read(file.ToArray()).Report;
        Assert.Equal(records, report.Findings.Any(f => f.Rule == RuleCode.SheetsSeveral));
        Assert.Equal(records ? 0 : 1, report.Accepted);
    }

    private static void Fill(ClosedXML.Excel.IXLWorksheet sheet, string[] first, string[] second)
    {
        for (int column = 0; column < first.Length; column++)
        {
            sheet.Cell(1, column + 1).SetValue(first[column]);
        }

        for (int column = 0; column < second.Length; column++)
        {
            sheet.Cell(2, column + 1).SetValue(second[column]);
        }
    }

    [Fact]
    public void ZipBomb_IsRefusedWhileUnpacking()
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Part("xl/media/image1.png", new byte[50_000_000]).ToBytes();
        Assert.True(book.Length < 200_000);
        AssertFatal(RuleCode.ArchiveTooLarge, book, new ReadLimits { UnpackedBytes = 10_000_000 });
    }

    [Fact]
    public void ManyShortTexts_AreRefusedBeforeTheReaderHoldsThem()
    {
        byte[] texts = System.Text.Encoding.UTF8.GetBytes(
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + string.Concat(Enumerable.Repeat("<si><t>y</t></si>", 100_000)) + "</sst>");
        byte[] book = new SomeWorkbook().Row(1, Heading).Part("xl/more.xml", texts).ToBytes();
        AssertFatal(RuleCode.ArchiveTooLarge, book, new ReadLimits { HeldBytes = 1_000_000 });
    }

    [Fact]
    public void BombInTheSheetItself_IsRefusedWhileUnpacking()
    {
        string sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + string.Concat(Enumerable.Repeat("<row/>", 3_000_000)) + "</sheetData></worksheet>";
        AssertFatal(RuleCode.ArchiveTooLarge, new SomeWorkbook().ToBytes(sheet), new ReadLimits { UnpackedBytes = 10_000_000 });
    }

    [Fact]
    public void CellLargerThanTheLimit_IsRefusedBeforeTheReaderHoldsIt()
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Row(2, new string('x', 5_000_000)).ToBytes();
        AssertFatal(RuleCode.WorkbookCellTooLong, book, ReadLimits.Default);
    }

    [Fact]
    public void SharedTextLargerThanTheLimit_IsRefused()
    {
        string shared = $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{new string('x', 5_000_000)}</t></si></sst>";
        AssertFatal(RuleCode.WorkbookCellTooLong, new SomeWorkbook().Row(1, Heading).Part("xl/sharedStrings.xml", shared).ToBytes(), ReadLimits.Default);
    }

    [Fact]
    public void TooManyEntries_AreRefused()
    {
        var book = new SomeWorkbook().Row(1, Heading);
        for (int i = 0; i < 40; i++)
        {
            book.Part($"xl/media/{i}.bin", "x");
        }

        AssertFatal(RuleCode.ArchiveTooLarge, book.ToBytes(), new ReadLimits { ArchiveEntries = 30 });
    }

    [Theory]
    [InlineData("../evil.xml", "<a/>")]
    [InlineData("/evil.xml", "<a/>")]
    [InlineData("xl\\evil.xml", "<a/>")]
    [InlineData("xl/embeddings/book.xlsx", "PK\u0003\u0004nested")]
    [InlineData("xl/externalLinks/_rels/externalLink1.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///C:/x.xlsx" TargetMode="External"/></Relationships>""")]
    public void UnsafePart_IsRefused(string name, string content) =>
        AssertFatal(RuleCode.ArchiveUnsafe, new SomeWorkbook().Row(1, Heading).Part(name, content).ToBytes(), ReadLimits.Default);

    [Fact]
    public void Hyperlink_IsAllowed()
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Row(2, SomeAgencyFile.Row().Split(';')).Part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:test@example.org" TargetMode="External"/></Relationships>""").ToBytes();
        Assert.True(SomeReader.Read(book).Report.IsAcceptable);
    }

    [Fact]
    public void DocumentType_IsRefused()
    {
        const string Sheet = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>""";
        AssertFatal(RuleCode.WorkbookDamaged, new SomeWorkbook().ToBytes(Sheet), ReadLimits.Default);
    }

    [Fact]
    public void FarRow_IsRefusedInsteadOfFilled()
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Row(2_000_000_000, "x").ToBytes();
        AssertFatal(RuleCode.TooManyRows, book, ReadLimits.Default);
    }

    [Fact]
    public void OldOrProtectedWorkbook_IsNamedAsSuch() =>
        AssertFatal(RuleCode.WorkbookProtected, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0], ReadLimits.Default);

    [Fact]
    public void ArchiveThatIsNoWorkbook_IsDamaged()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry("data.csv").Open();
            entry.Write(Encoding.UTF8.GetBytes(SomeAgencyFile.Heading));
        }

        AssertFatal(RuleCode.WorkbookDamaged, file.ToArray(), ReadLimits.Default);
    }

    [Fact]
    public void Truncated_AtAnyByte_IsDamagedAndNeverAnException()
    {
        byte[] book = new SomeWorkbook().Row(1, Heading).Row(2, SomeAgencyFile.Row().Split(';')).ToBytes();
        for (int length = 4; length < book.Length; length += 7)
        {
            ValidationReport report = SomeReader.Read(book[..length]).Report;
            Assert.True(report.Findings.Any(f => f.Rule == RuleCode.WorkbookDamaged), $"cut at {length}");
        }
    }

    private static void AssertFatal(RuleCode rule, byte[] book, ReadLimits limits)
    {
        ValidationReport report = SomeReader.Read(book, limits: limits).Report;
        Assert.Contains(report.Findings, f => f.Rule == rule && f.Severity == Severity.Fatal);
        Assert.False(report.IsReadable || report.IsAcceptableWithoutFaultyRows);
    }
}
