using System.Text.Json;
using ClosedXML.Excel;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Tests.Samples;
using Reports.Tests.Workbooks;

namespace Reports.Tests.Files;

/// <summary>One table as a file of its own, in each format.</summary>
public sealed class TableFilesTests
{
    private static readonly ReleasePeriod Period = ReleasePeriod.OfQuarter(2025, 4);
    private static readonly Release Quarter = SomeRelease.Quarter(Period);
    private static readonly BulletinDefinition Bulletin = ShippedBulletins.Quarterly();

    public static TheoryData<string> Tables => [.. Quarter.Content.Tables.Select(t => t.Design.Id)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Workbook_OfOneTableKeepsEveryRuleAndHoldsNoOther(string id)
    {
        Release[] earlier = [SomeRelease.Quarter(ReleasePeriod.OfQuarter(2025, 3), -7)];
        var bytes = TableFiles.Workbook(Quarter, Bulletin, earlier, id, Language.Tr)!;

        // A workbook of one table lies beside no other, so it leads to none.
        Assert.Equal(["1: no link to the other language"], WorkbookConformance.Check(bytes, "tr-TR"));
        using var stream = new MemoryStream(bytes);
        using var book = new XLWorkbook(stream);
        Assert.InRange(book.Worksheets.Count, 4, 6);
    }

    [Fact]
    public void JsonStat_HasValuesMarksAndMembersInTheirPlaces()
    {
        var release = SomeRelease.Of(
            Period,
            new SomeTable("sectors-by-group").By(SomeLabels.Sector, "FSX", "CON+FSH").By(SomeLabels.Group, "WOM", "MAN")
                .Of(PublishedCell.Show(25), SomeTable.C, PublishedCell.Show(31), SomeTable.Z, SomeTable.X, PublishedCell.Show(0), SomeTable.C, SomeTable.C, PublishedCell.Show(31)));
        using var json = JsonDocument.Parse(TableFiles.Json(release, Bulletin, "sectors-by-group", Language.En)!);
        var dataset = json.RootElement;

        Assert.Equal("2.0", dataset.GetProperty("version").GetString());
        Assert.Equal("[\"period\",\"sector\",\"group\"]", Plain(dataset.GetProperty("id")));
        Assert.Equal("[1,3,3]", Plain(dataset.GetProperty("size")));
        Assert.Equal("[25,null,31,null,null,0,null,null,31]", Plain(dataset.GetProperty("value")));
        Assert.Equal("{\"1\":\"c\",\"3\":\"z\",\"4\":\"x\",\"6\":\"c\",\"7\":\"c\"}", Plain(dataset.GetProperty("status")));
        Assert.Equal("{\"sector\":{\"CON+FSH\":[\"CON\",\"FSH\"]},\"group\":{}}", Plain(dataset.GetProperty("extension").GetProperty("members")));
        Assert.Equal("[\"FSX\",\"CON+FSH\",\"Total\"]", Plain(dataset.GetProperty("dimension").GetProperty("sector").GetProperty("category").GetProperty("index")));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void EveryFormat_IsTheSameUnderAnyCulture(string culture) =>
        Assert.Equal(Cultures.Under(string.Empty, EveryFormat), Cultures.Under(culture, EveryFormat));

    [Fact]
    public void TableThatIsNotThere_IsNoFile()
    {
        Assert.Null(TableFiles.Csv(Quarter, Bulletin, "nothing"));
        Assert.Null(TableFiles.Json(Quarter, Bulletin, "nothing", Language.Tr));
        Assert.Null(TableFiles.Workbook(Quarter, Bulletin, [], "nothing", Language.Tr));
    }

    private static byte[] EveryFormat() =>
    [
        .. TableFiles.Csv(Quarter, Bulletin, "sectors")!, .. TableFiles.Json(Quarter, Bulletin, "sectors", Language.Tr)!, .. TableFiles.Workbook(Quarter, Bulletin, [], "sectors", Language.Tr)!,
    ];

    private static string Plain(JsonElement element) => JsonSerializer.Serialize(element, JsonSerializerOptions.Default).Replace("\\u002B", "+", StringComparison.Ordinal);
}
