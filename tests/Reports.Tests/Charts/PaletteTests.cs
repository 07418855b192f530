using System.Globalization;
using Reports.Charts;

namespace Reports.Tests.Charts;

/// <summary>Contrast by WCAG 2.2: 4.5:1 for text, 3:1 for what carries meaning.</summary>
public sealed class PaletteTests
{
    public static TheoryData<string> Texts => [Palette.Ink, Palette.Text, Palette.Quiet];

    public static TheoryData<string> Marks => [Palette.Ink, Palette.Bar, Palette.Hatch, Palette.Rule, .. Palette.Series];

    [Fact]
    public void Formula_AgreesWithKnownValues()
    {
        Assert.Equal(21, Contrast("#000000", "#FFFFFF"), precision: 2);
        Assert.Equal(10.25, Contrast("#12436D", "#FFFFFF"), precision: 2);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_CanBeReadOnPaper(string colour) => Assert.True(Contrast(colour, Palette.Paper) >= 4.5);

    [Theory]
    [MemberData(nameof(Marks))]
    public void Mark_CanBeSeenOnPaper(string colour) => Assert.True(Contrast(colour, Palette.Paper) >= 3, colour);

    [Fact]
    public void Neighbours_CanBeToldApart()
    {
        foreach (var (a, b) in Palette.Series.Zip(Palette.Series.Skip(1)))
        {
            Assert.True(Contrast(a, b) >= 3, $"{a} {b}");
        }
    }

    private static double Contrast(string a, string b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string hex) =>
        (0.2126 * Channel(hex, 1)) + (0.7152 * Channel(hex, 3)) + (0.0722 * Channel(hex, 5));

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
