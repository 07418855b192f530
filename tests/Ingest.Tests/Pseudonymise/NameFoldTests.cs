using CsCheck;
using Ingest.Pseudonymise;
using Xunit;

namespace Ingest.Tests.Pseudonymise;

public sealed class NameFoldTests
{
    [Theory]
    [InlineData("Ayşe Işık", "AYSE ISIK")]
    [InlineData("AYŞE IŞIK", "AYSE ISIK")]
    [InlineData("ayse isik", "AYSE ISIK")]
    [InlineData("Ayşe  İŞİK", "AYSE ISIK")]
    [InlineData("Işık, Ayşe", "AYSE ISIK")]
    [InlineData("Sn. Ayşe Işık", "AYSE ISIK")]
    [InlineData("(test) Ayşe Işık", "AYSE ISIK")]
    [InlineData("Ayşe Işık Hanım", "AYSE ISIK")]
    [InlineData("Mrs Ayse Isik", "AYSE ISIK")]
    [InlineData("I\u0307pek Gül", "GUL IPEK")]
    [InlineData("Hanım Işık", "HANIM ISIK")]
    public void Spelling_FoldsToOneName(string name, string folded) => Assert.Equal(folded, NameFold.Fold(name));

    [Theory]
    [InlineData("")]
    [InlineData("Ayşe")]
    [InlineData("(test)")]
    [InlineData("Sn. Ayşe")]
    [InlineData("A. 1234")]
    public void LessThanTwoNames_GiveNone(string name) => Assert.Null(NameFold.Fold(name));

    [Fact]
    public void DifferentNames_StayDifferent() => Assert.NotEqual(NameFold.Fold("Ayşe Işık"), NameFold.Fold("Ayşe Işıl"));

    [Fact]
    public void OrderCaseAndMarks_DoNotMatter()
    {
        Gen<string> word = Gen.String[Gen.Char["abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ"], 3, 8];
        Gen.Select(word, word).Where((a, b) => NameFold.Fold($"{a} {b}") is not null).Sample(
            (a, b) =>
            {
                string? name = NameFold.Fold($"{a} {b}");
                Assert.Equal(name, NameFold.Fold($"{b} {a}"));
                Assert.Equal(name, NameFold.Fold($"  {a.ToUpperInvariant()}   {b.ToLowerInvariant()} "));
                Assert.Equal(name, NameFold.Fold($"{a.Normalize(System.Text.NormalizationForm.FormD)} {b}"));
                Assert.Equal(name, NameFold.Fold(name!));
            },
            iter: 2000,
            threads: 1);
    }
}
