using Reports.Charts;

namespace Reports.Tests.Charts;

public sealed class ChartFontsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryTurkishLetterAndMark_HasItsGlyph(bool isBold)
    {
        foreach (var letter in "ğĞıIiİşŞçÇöÖüÜâîû–%[]()×…’“”")
        {
            Assert.NotEqual(0, ChartFonts.Of(isBold).GetGlyph(letter));
        }
    }

    [Theory]
    [InlineData("ğ", "g")]
    [InlineData("ı", "i")]
    [InlineData("İ", "I")]
    [InlineData("ş", "s")]
    public void TurkishLetter_IsDrawnOtherThanItsLatinOne(string turkish, string latin)
    {
        using var one = ChartFonts.Outline(turkish, 20, isBold: false);
        using var other = ChartFonts.Outline(latin, 20, isBold: false);

        Assert.False(one.IsEmpty);
        Assert.NotEqual(other.ToSvgPathData(), one.ToSvgPathData());
    }

    [Fact]
    public void Family_IsTheEmbeddedOne() => Assert.Equal("Noto Sans", ChartFonts.Of(isBold: false).FamilyName);

    [Fact]
    public void Wrap_KeepsEveryWordAndTheWidth()
    {
        const string Text = "Kölelik veya köleliğe benzer uygulamalar, hizmetçilik, organların alınması, zorla evlendirme";

        var lines = ChartFonts.Wrap(Text, 18, isBold: false, 300);

        Assert.Equal(Text, string.Join(' ', lines));
        Assert.All(lines, l => Assert.True(ChartFonts.Width(l, 18, isBold: false) <= 300));
    }
}
