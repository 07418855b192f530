using CsCheck;
using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Schema;

public sealed class LabelFoldTests
{
    /// <summary>A Greek letter sends the whole text the long way; what is before it must come out as it does the short way.</summary>
    [Fact]
    public void ShortWayAndLongWay_SameFold() =>
        Gen.Char[' ', 'ɏ'].Array[0, 40].Sample(
            letters =>
            {
                string text = new string(letters) + "a";
                Assert.Equal(LabelFold.Fold(text) + " Ω", LabelFold.Fold(text + " Ω"));
            },
            iter: 20_000);

    [Theory]
    [InlineData("IŞIK", "ISIK")]
    [InlineData("ışık", "ISIK")]
    [InlineData("Işık", "ISIK")]
    [InlineData("I\u0307şık", "ISIK")]
    [InlineData("  Ev   hizmetleri / diğer ", "EV HIZMETLERI DIGER")]
    [InlineData("straße", "STRASSE")]
    [InlineData("-", "-")]
    [InlineData("", "")]
    public void KnownText_KnownFold(string text, string folded) => Assert.Equal(folded, LabelFold.Fold(text));

    [Fact]
    public void LongText_FoldsWhole()
    {
        string text = string.Concat(Enumerable.Repeat("ğ", 1000));
        Assert.Equal(new string('G', 1000), LabelFold.Fold(text));
    }
}
