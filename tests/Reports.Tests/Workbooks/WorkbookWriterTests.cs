using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Tests.Samples;
using Reports.Workbooks;

namespace Reports.Tests.Workbooks;

public sealed class WorkbookWriterTests
{
    public static TheoryData<string, Language> Kinds => SomeWorkbook.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryWorkbook_KeepsEveryRule(string kind, Language language) =>
        Assert.Empty(WorkbookConformance.Check(SomeWorkbook.Write(kind, language), language == Language.Tr ? "tr-TR" : "en-GB"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryWorkbook_IsValidByTheSchema(string kind, Language language)
    {
        using var stream = new MemoryStream(SomeWorkbook.Write(kind, language));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}");

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void AnyCulture_GivesTheSameBytes(string culture)
    {
        var plain = Cultures.Under(string.Empty, () => SomeWorkbook.Write("quarter with history", Language.Tr));

        Assert.Equal(plain, Cultures.Under(culture, () => SomeWorkbook.Write("quarter with history", Language.Tr)));
    }

    [Fact]
    public void Draft_IsStampedOnEverySheetWithFigures()
    {
        using var stream = new MemoryStream(SomeWorkbook.Write("draft", Language.Tr));
        using var book = new XLWorkbook(stream);

        Assert.All(
            book.Worksheets.Where(s => s.Name.StartsWith('T') || s.Name == "Kapak"),
            s => Assert.Contains(s.CellsUsed(), c => c.GetString().StartsWith("TASLAK", StringComparison.Ordinal)));
    }

    [Fact]
    public void ReleasedWorkbook_IsNoDraft()
    {
        using var stream = new MemoryStream(SomeWorkbook.Write("quarter", Language.Tr));
        using var book = new XLWorkbook(stream);

        Assert.DoesNotContain(book.Worksheets.SelectMany(s => s.CellsUsed()), c => c.GetString().Contains("TASLAK", StringComparison.Ordinal));
    }

    [Fact]
    public void ShareOfHiddenFigure_IsHidden()
    {
        using var stream = new MemoryStream(SomeWorkbook.Write("quarter", Language.En));
        using var book = new XLWorkbook(stream);
        var age = book.Worksheet("T5").Tables.Single();
        var rows = age.DataRange.Rows().ToDictionary(r => r.Cell(1).GetString(), StringComparer.Ordinal);

        Assert.Equal("[c]", rows["Adult"].Cell(2).GetString());
        Assert.Equal("[c]", rows["Adult"].Cell(3).GetString());
        Assert.Equal(0.0933, rows["Child"].Cell(3).GetDouble());
    }

    [Fact]
    public void Indicators_StandBesideBaselineAndTarget_WithoutAShareOfASum()
    {
        var indicator = new Variable("indicator", VariableRole.Other, new Text("Gösterge", "Indicator"),
            [new Category("TRN", new Text("Eğitimler", "Trainings")), new Category("XXX", new Text("Yeni", "New"))]);
        var year = ReleasePeriod.OfYear(2025);
        var release = SomeRelease.Of(year, new SomeTable("indicators").Where(new Node("quarter", year.Quarters.Select(q => q.ToString()))).ByWithoutTotal(indicator, "TRN", "XXX").Of(60, 3));
        using var stream = new MemoryStream(WorkbookWriter.Write(ReportSource.Of(release, ShippedBulletins.Yearly(), []), Language.En));
        using var book = new XLWorkbook(stream);
        var rows = book.Worksheet("T14").Tables.Single().Rows()
            .Select(r => string.Join('|', r.Cells().Select(c => c.DataType == XLDataType.Number ? c.GetDouble().ToString(CultureInfo.InvariantCulture) : c.GetString()))).ToArray();

        Assert.Equal("Indicator|2025 (number)|Baseline 2023 (number)|Target 2027 (number)|Share of target (%)", rows[0]);
        Assert.Equal("Trainings|60|52|80|0.75", rows[1]);
        Assert.Equal("New|3|[x]|[x]|[x]", rows[2]);
    }

    [Fact]
    public void WithheldTable_IsNamedOnTheCoverWithItsReason()
    {
        var withheld = new WithheldTable("age", new Text("Yaşa göre mağdurlar", "Victims by age"), new Text("Güvenle gösterilemez.", "It cannot be shown safely."));
        var content = new ReleaseContent(SomeRelease.Header(ReleasePeriod.OfQuarter(2025, 4)), SomeLabels.All, [], SomeRelease.QuarterTables(ReleasePeriod.OfQuarter(2025, 4)), [withheld]);
        using var stream = new MemoryStream(WorkbookWriter.Write(ReportSource.Of(SomeRelease.Of(content), ShippedBulletins.Quarterly(), []), Language.En));
        using var book = new XLWorkbook(stream);

        Assert.Contains(book.Worksheet(1).CellsUsed(), c => c.GetString() == "Victims by age: It cannot be shown safely.");
    }

    [Theory]
    [InlineData(Language.Tr, "sıfır da olabilir")]
    [InlineData(Language.En, "may be zero")]
    public void Cover_SaysWhatHiddenMeansAndWhereTheFiguresComeFrom(Language language, string sentence)
    {
        using var stream = new MemoryStream(SomeWorkbook.Write("quarter", language));
        using var book = new XLWorkbook(stream);
        var cover = string.Join('\n', book.Worksheet(1).CellsUsed().Select(c => c.GetString()));

        foreach (var wanted in new[] { sentence, "[c]", "2025-Q4.1", new string('a', 64), new string('b', 64), "0.1.0", "6 / 6", "istatistik@uep.example" })
        {
            Assert.Contains(wanted, cover, StringComparison.Ordinal);
        }
    }
}
