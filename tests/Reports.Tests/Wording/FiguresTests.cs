using Publication.Releases;
using Publication.Tables;
using Reports.Tests.Samples;
using Reports.Wording;

namespace Reports.Tests.Wording;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    [InlineData("")]
    public void Numbers_FollowTheLanguageNotTheCulture(string culture) => Cultures.Under(culture, () =>
    {
        Assert.Equal("1.301", Figures.Count(1301, Language.Tr));
        Assert.Equal("1,301", Figures.Count(1301, Language.En));
        Assert.Equal("0", Figures.Count(0, Language.Tr));
        Assert.Equal("%41", Figures.Percent(0.413m, Language.Tr));
        Assert.Equal("41%", Figures.Percent(0.413m, Language.En));
        Assert.Equal(("%0,05", "41.3%", "20%"), (Figures.Percent(0.0005m, Language.Tr, 2), Figures.Percent(0.413m, Language.En, 2), Figures.Percent(0.2m, Language.En, 2)));
        Assert.Equal("+7", Figures.Signed(7, Language.Tr));
        Assert.Equal("−3", Figures.Signed(-3, Language.En));
        Assert.Equal("0", Figures.Signed(0, Language.En));
        return true;
    });

    [Theory]
    [InlineData("imalat", "İmalat", Language.Tr)]
    [InlineData("ısıtma", "Isıtma", Language.Tr)]
    [InlineData("import", "Import", Language.En)]
    [InlineData("şiddet", "Şiddet", Language.Tr)]
    public void Capitals_KnowTheTurkishPairs(string small, string large, Language language) => Cultures.Under("tr-TR", () =>
    {
        Assert.Equal(large, Letters.Capitalised(small, language));
        Assert.Equal(small, Letters.Uncapitalised(large, language));
        return true;
    });

    [Fact]
    public void Periods_AreWords()
    {
        var quarter = ReleasePeriod.OfQuarter(2025, 4);

        Assert.Equal("2025 yılının 4. çeyreğinde", Periods.When(quarter, Language.Tr));
        Assert.Equal("in the fourth quarter of 2025", Periods.When(quarter, Language.En));
        Assert.Equal("2025 yılında", Periods.When(ReleasePeriod.OfYear(2025), Language.Tr));
        Assert.Equal("14 Şubat 2026", Periods.Day(new DateOnly(2026, 2, 14), Language.Tr));
    }
}
