using CsCheck;
using Ingest.Cases;
using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>Every record that passes the intake obeys the links, whatever a partner wrote.</summary>
public sealed class DerivationTests
{
    private static readonly string[] Forms = [.. Labels("form"), ""];
    private static readonly string[] Sectors = [.. Labels("sector"), ""];
    private static readonly string[] Sexes = ["Kadın", "Erkek", "Kız çocuk", "Erkek çocuk", "Diğer", "K", "E", "Bilinmiyor", ""];

    [Fact]
    public void EveryRecord_ObeysTheLinks() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, Forms.Length - 1].Select(i => Forms[i]), Gen.Int[0, Forms.Length - 1].Select(i => Forms[i])),
            Gen.Select(Gen.Int[0, Sectors.Length - 1].Select(i => Sectors[i]), Gen.Int[0, Sectors.Length - 1].Select(i => Sectors[i]), Gen.Int[0, Sectors.Length - 1].Select(i => Sectors[i])),
            Gen.Int[0, Sexes.Length - 1].Select(i => Sexes[i]),
            Gen.Int[1940, 2026]).Sample(
            (forms, sectors, sex, birth) =>
            {
                string row = SomeAgencyFile.Row(
                    ("Sömürü Türü", $"{forms.Item1}, {forms.Item2}"),
                    ("Sektör", $"{sectors.Item1} / {sectors.Item2} ve {sectors.Item3}"),
                    ("Cinsiyet", sex),
                    ("Doğum Tarihi", birth % 7 == 0 ? "" : $"{birth}"));
                foreach (SomeCase c in SomeReader.Read(SomeAgencyFile.Of(row)).Cases)
                {
                    Assert.All(SomeReader.Lists.Links, link => Assert.True(Holds(link, c), $"{link.IfVariable}->{link.ThenVariable}: {forms} {sectors} {sex} {birth}"));
                    AssertPrimaryIsGiven(c);
                }
            },
            iter: 1500,
            threads: 1);

    [Theory]
    [InlineData("Zorla dilendirme, işgücü sömürüsü", "Dilencilik / Tarım", "BEG", "BEG")]
    [InlineData("İşgücü sömürüsü, zorla dilendirme", "Dilencilik / Tarım", "LAB", "AGR")]
    [InlineData("İşgücü sömürüsü ve cinsel sömürü", "Ev hizmetleri ve zorla fuhuş", "LAB", "DOM")]
    [InlineData("Cinsel sömürü", "Ev hizmetleri ve zorla fuhuş", "SEX", "FSX")]
    [InlineData("Cinsel sömürü", "Turizm", "SEX", "UNK")]
    [InlineData("", "Zorla fuhuş", "SEX", "FSX")]
    [InlineData("", "Dilencilik", "BEG", "BEG")]
    [InlineData("", "Tarım", "UNK", "AGR")]
    [InlineData("Zorla dilendirme", "", "BEG", "BEG")]
    [InlineData("Zorla evlendirme", "", "MAR", "NAP")]
    [InlineData("Zorla evlendirme", "Sektör yok", "MAR", "NAP")]
    [InlineData("Zorla evlendirme", "Bilinmiyor", "MAR", "NAP")]
    [InlineData("Organların alınması", "-", "ORG", "NAP")]
    [InlineData("İşgücü sömürüsü", "Sektör yok", "LAB", "UNK")]
    [InlineData("Hizmetçilik", "", "SRV", "UNK")]
    [InlineData("Bilinmiyor", "Belirtilmemiş", "UNK", "UNK")]
    public void FormAndSector_AreTheFirstThatFit(string forms, string sectors, string form, string sector)
    {
        SomeCase c = Assert.Single(SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row(("Sömürü Türü", forms), ("Sektör", sectors)))).Cases);
        Assert.Equal((form, sector), (c[CaseColumn.Form], c[CaseColumn.Sector]));
    }

    [Theory]
    [InlineData("Kadın", "01.07.1998", "A27", "WOM")]
    [InlineData("Kadın", "05.03.2008", "A18", "WOM")]
    [InlineData("Kadın", "06.03.2008", "A09", "GIR")]
    [InlineData("Erkek", "04.03.2017", "A09", "BOY")]
    [InlineData("Erkek", "06.03.2017", "A00", "BOY")]
    [InlineData("Kız çocuk", "2008", "A09", "GIR")]
    [InlineData("Kadın", "2008", "A18", "WOM")]
    [InlineData("Kız çocuk", "", "CHU", "GIR")]
    [InlineData("Kadın", "", "UNK", "WOM")]
    [InlineData("K", "", "UNK", "OTH")]
    [InlineData("K", "1970", "A48", "WOM")]
    [InlineData("Diğer", "2015", "A09", "OTH")]
    [InlineData("", "1990", "A30", "OTH")]
    public void AgeAndGroup_FollowSexAndBirth(string sex, string birth, string age, string group)
    {
        SomeCase c = Assert.Single(SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row(("Cinsiyet", sex), ("Doğum Tarihi", birth)))).Cases);
        Assert.Equal((age, group), (c[CaseColumn.Age], c[CaseColumn.Group]));
    }

    [Theory]
    [InlineData("Kız çocuk", "01.07.1998")]
    [InlineData("Erkek çocuk", "05.03.2008")]
    [InlineData("Kız çocuk", "2007")]
    public void ChildByWordAdultByBirth_IsAContradiction(string sex, string birth) => Assert.Contains(
        SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row(("Cinsiyet", sex), ("Doğum Tarihi", birth)))).Report.Findings,
        f => f.Rule == Ingest.Rules.RuleCode.AgeContradictsChild && f.Rows is [2]);

    [Fact]
    public void BirthdayOf29February_FallsOn1March()
    {
        string Row(string day) => SomeAgencyFile.Of(SomeAgencyFile.Row(("Cinsiyet", "K"), ("Doğum Tarihi", "29.02.2008"), ("Kayıt Tarihi", day)));
        Assert.Equal("GIR", SomeReader.Read(Row("28.02.2026")).Cases[0][CaseColumn.Group]);
        Assert.Equal("WOM", SomeReader.Read(Row("01.03.2026")).Cases[0][CaseColumn.Group]);
    }

    private static void AssertPrimaryIsGiven(SomeCase c)
    {
        if (c[CaseColumn.Sector] is not ("UNK" or "NAP"))
        {
            Assert.Contains(c[CaseColumn.Sector], c[SetColumn.Sectors].Split(' '));
        }

        if (c[CaseColumn.Form] is not "UNK")
        {
            Assert.Contains(c[CaseColumn.Form], c[SetColumn.Forms].Split(' '));
        }
    }

    private static bool Holds(VariableLink link, SomeCase c)
    {
        bool left = link.IfCodes.Contains(Value(link.IfVariable, c), StringComparer.Ordinal);
        bool right = link.ThenCodes.Contains(Value(link.ThenVariable, c), StringComparer.Ordinal);
        return link.Both ? left == right : !left || right;
    }

    private static string Value(string variable, SomeCase c) =>
        c[Enum.Parse<CaseColumn>(variable, ignoreCase: true)] is var code && code == "NCL" ? "UNK" : code;

    private static IEnumerable<string> Labels(string variable) => SomeReader.Lists[variable].Codes.Select(code => code.Label.Tr);
}
