using System.Globalization;
using Anonymize.Attacking;
using Anonymize.Attacking.Structure;
using Xunit;

namespace Anonymize.Tests.Attacking;

/// <summary>How figures, ranges and marks are written by publishers of many countries.</summary>
public sealed class ContentReaderTests
{
    [Theory]
    [InlineData("1,234", "1234")]
    [InlineData("1.234", "1234")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("12 [note 3]", "12")]
    [InlineData("7r", "7")]
    [InlineData("0", "0")]
    [InlineData("−3", "-3")]
    [InlineData("33,3 %", "33.3")]
    [InlineData("33.3%", "33.3")]
    public void Number_IsReadInEveryUsualWay(string text, string value)
    {
        var read = ContentReader.Read(new SheetText(text));
        Assert.Equal((nameof(ContentKind.Number), value), (read.Kind.ToString(), read.Value.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("<5", 0, 4)]
    [InlineData("< 5", 0, 4)]
    [InlineData("≤4", 0, 4)]
    [InlineData("1-4", 1, 4)]
    [InlineData("1–4", 1, 4)]
    [InlineData("[1 to 4]", 1, 4)]
    [InlineData("fewer than 10", 0, 9)]
    [InlineData("5'ten az", 0, 4)]
    public void Range_IsAFact(string text, long low, long high)
    {
        var read = ContentReader.Read(new SheetText(text));
        Assert.Equal((nameof(ContentKind.Range), low, high), (read.Kind.ToString(), read.Low, read.High));
    }

    [Theory]
    [InlineData("[c]")]
    [InlineData("c")]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("(D)")]
    [InlineData("gizli")]
    public void Mark_IsHidden(string text) => Assert.Equal(ContentKind.Hidden, ContentReader.Read(new SheetText(text)).Kind);

    [Theory]
    [InlineData("North")]
    [InlineData("Aged 18 and over")]
    [InlineData("12 regions")]
    [InlineData("05.03.2025")]
    [InlineData("2025/0001")]
    public void Text_IsALabel(string text) => Assert.Equal(ContentKind.Label, ContentReader.Read(new SheetText(text)).Kind);

    [Fact]
    public void Legend_TellsNotAvailableFromHidden()
    {
        var legend = Legend.Of(["[x]: not available, or the row was combined differently", "[c]: hidden to protect persons; it may be zero", "Symbol - denotes nil"]);
        Assert.Equal(ContentKind.NotAvailable, legend.Read(ContentReader.Read(new SheetText("[x]"))).Kind);
        Assert.Equal(ContentKind.Hidden, legend.Read(ContentReader.Read(new SheetText("[c]"))).Kind);
        Assert.Equal(ContentKind.Number, legend.Read(ContentReader.Read(new SheetText("-"))).Kind);
    }
}
