using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Indicators;
using Reports.Tests.Samples;

namespace Reports.Tests.Indicators;

/// <summary>What a table of two axes finds.</summary>
public sealed class FindingSentenceTests
{
    private static readonly ReleasePeriod Year = ReleasePeriod.OfYear(2025);

    [Theory]
    [InlineData("Women, 18–20: 30 people (43%), the largest group", 30, 9, 12, 19)]
    [InlineData("Women, 18–20: 30 people (43%), the largest group", 30, null, 21, null)]
    [InlineData("Women, 18–20: 30 people (43%), the highest figure shown for a single group", 30, null, null, 9)]
    [InlineData(null, null, null, null, null)]
    [InlineData(null, 20, 20, 20, 10)]
    public void LargestCell_IsClaimedOnlyIfShownFiguresProveIt(string? sentence, int? first, int? second, int? third, int? fourth) =>
        Assert.Equal(sentence, Write(Crossed("WOM", "MAN").Of(first, second, null, third, fourth, null, null, null, 70)));

    [Fact]
    public void LargestCell_IsOfOneCategoryOnEachAxis() =>
        Assert.Equal("Men, 18–20: 9 people (13%), the highest figure shown for a single group", Write(Crossed("WOM+OTH", "MAN").Of(30, 9, 39, 25, 6, 31, 55, 15, 70)));

    [Fact]
    public void Split_NamesAPooledRowForItsMembersOnce()
    {
        var table = new SomeTable("sectors-by-person").By(SomeLabels.Sector, "FSX", "AGR").By(SomeLabels.Group, "WOM", "MAN", "GIR+BOY+OTH")
            .Of(20, 5, 9, 34, 10, 6, 5, 21, 30, 11, 14, 55);

        Assert.Equal("Identified victims: women 30 (55%); men 11 (20%); girls, boys, other or unknown 14 (25%)", Write(table));
    }

    private static SomeTable Crossed(params string[] groups) => new SomeTable("age-by-person").By(SomeLabels.Age, "A18", "A21").By(SomeLabels.Group, groups);

    private static string? Write(PublishedTable table)
    {
        var source = ReportSource.Of(SomeRelease.Of(Year, table), ShippedBulletins.Yearly(), []);
        return FindingSentence.Write(source, source.Tables.Single(), Language.En);
    }
}
