using System.Globalization;
using System.Text;
using CsCheck;
using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Schema;

public sealed class LabelFoldTests
{
    [Theory]
    [InlineData("IŞIK", "ISIK")]
    [InlineData("ışık", "ISIK")]
    [InlineData("Isik", "ISIK")]
    [InlineData("İĞÜŞÖÇ iğüşöç", "IGUSOC IGUSOC")]
    [InlineData("I\u0307zmir", "IZMIR")]
    [InlineData("  K. Maraş ", "K MARAS")]
    [InlineData("18—20", "18 20")]
    [InlineData("Côte d'Ivoire", "COTE D IVOIRE")]
    [InlineData("Straße", "STRASSE")]
    [InlineData(" - ", "-")]
    [InlineData("+", "+")]
    [InlineData("", "")]
    [InlineData("Ankara\u200b", "ANKARA")]
    [InlineData("Київ", "КИІВ")]
    public void Text_FoldsTo(string text, string folded) => Assert.Equal(folded, LabelFold.Fold(text));

    [Fact]
    public void AnyText_FoldsOnceAndForAll() => Gen.String.Sample(
        text =>
        {
            string folded = LabelFold.Fold(text);
            Assert.Equal(folded, LabelFold.Fold(folded));
            Assert.Equal(folded, LabelFold.Fold(" " + text));
        },
        iter: 20_000,
        threads: 1);

    [Fact]
    public void CultureOfTheMoment_DoesNotMatter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string[] folded = [.. new[] { "tr-TR", "en-US", "az-Latn-AZ", "" }.Select(name =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                return LabelFold.Fold("Iıİi ĞÜŞÖÇ");
            })];
            Assert.Equal(["IIII GUSOC"], folded.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void DecomposedText_FoldsAsComposedText() => Gen.String[Gen.Char["abcçğıişöüÇĞIİŞÖÜàéîñôŭẑ"], 0, 12].Sample(
        text => Assert.Equal(LabelFold.Fold(text), LabelFold.Fold(text.Normalize(NormalizationForm.FormD))),
        iter: 5000,
        threads: 1);
}
