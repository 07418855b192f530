using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Schema;

public sealed class CodeListsTests
{
    private static readonly CodeLists Lists = CodeLists.Load();

    [Fact]
    public void EveryList_HasEachCodeOnce_AndALabelInBothLanguages()
    {
        Assert.Contains(Lists.All, list => list.Variable == "sector");
        foreach (CodeList list in Lists.All)
        {
            Assert.All(list.Codes, code => Assert.Matches("^[A-Z0-9-]+$", code.Code));
            Assert.All(list.Codes, code => Assert.False(string.IsNullOrWhiteSpace(code.Label.Tr) || string.IsNullOrWhiteSpace(code.Label.En)));
            for (int i = 0; i < list.Codes.Count; i++)
            {
                Assert.True(list.TryFind(list.Codes[i].Code, out byte byCode) && byCode == i);
                Assert.True(list.TryFind(list.Codes[i].Label.Tr, out byte byTurkish) && byTurkish == i);
                Assert.True(list.TryFind(list.Codes[i].Label.En, out byte byEnglish) && byEnglish == i);
            }
        }
    }

    [Theory]
    [InlineData("citizenship", "NA", "NAM")]
    [InlineData("citizenship", "Turkey", "TUR")]
    [InlineData("citizenship", "TÜRKİYE", "TUR")]
    [InlineData("citizenship", "türkiye", "TUR")]
    [InlineData("citizenship", "Niger", "NER")]
    [InlineData("citizenship", "Nigeria", "NGA")]
    [InlineData("citizenship", "Suriye Arap Cumhuriyeti", "SYR")]
    [InlineData("citizenship", "SURİYE", "SYR")]
    [InlineData("citizenship", "SY", "SYR")]
    [InlineData("citizenship", "Kırgız Cumhuriyeti", "KGZ")]
    [InlineData("citizenship", "KIRGIZİSTAN", "KGZ")]
    [InlineData("citizenship", "Kirgizistan", "KGZ")]
    [InlineData("citizenship", "00", "ZZZ")]
    [InlineData("citizenship", "Congo, Democratic Republic of the", "COD")]
    [InlineData("region", "Urfa", "TRC21")]
    [InlineData("region", "K.Maraş", "TR632")]
    [InlineData("region", "K. MARAŞ", "TR632")]
    [InlineData("region", "Afyon", "TR332")]
    [InlineData("region", "ISTANBUL", "TR100")]
    [InlineData("region", "İSTANBUL", "TR100")]
    [InlineData("region", "istanbul", "TR100")]
    [InlineData("region", "IĞDIR", "TRA23")]
    [InlineData("region", "Iğdır", "TRA23")]
    [InlineData("region", "ığdır", "TRA23")]
    [InlineData("age", "18--20", "A18")]
    [InlineData("age", "18—20", "A18")]
    [InlineData("age", "Sep-17", "A09")]
    [InlineData("age", "9-17", "A09")]
    [InlineData("age", "48+", "A48")]
    [InlineData("means", "Debt bondage  ", "DBT")]
    public void Spelling_FindsItsCode(string variable, string label, string code)
    {
        Assert.True(Lists[variable].TryFind(label, out byte index));
        Assert.Equal(code, Lists[variable].Codes[index].Code);
    }

    [Fact]
    public void Provinces_Are81_InTwelveRegions()
    {
        CodeList list = Lists["region"];
        Assert.Equal(81 + 1, list.Codes.Count);
        Assert.Equal(26 + 1, list.FindLevel("nuts2")!.Nodes.Count);
        Assert.Equal(12 + 1, list.FindLevel("nuts1")!.Nodes.Count);
        foreach (CodeEntry province in list.Codes.Where(c => c.Code != "UNK"))
        {
            // The classification writes the parents into the code: TRC21 lies in TRC2 lies in TRC.
            Assert.Equal([province.Code[..4], province.Code[..3]], province.Parents);
        }
    }

    [Fact]
    public void Citizenship_HoldsEveryCountry_UnderOneSubregion()
    {
        CodeList list = Lists["citizenship"];
        Assert.Equal(249 + 3, list.Codes.Count);
        Assert.Equal(["TUR", "TUR"], list.Codes[list.IndexOf("TUR")].Parents);
        Assert.Equal(["M143", "FOR"], list.Codes[list.IndexOf("UZB")].Parents);
        Assert.Equal(["ZZZ", "ZZZ"], list.Codes[list.IndexOf("ZZZ")].Parents);
    }

    [Fact]
    public void NodeOfLeaf_AgreesWithParents()
    {
        foreach (CodeList list in Lists.All)
        {
            for (int depth = 0; depth < list.Levels.Count; depth++)
            {
                CodeLevel level = list.Levels[depth];
                for (int leaf = 0; leaf < list.Codes.Count; leaf++)
                {
                    Assert.Equal(list.Codes[leaf].Parents[depth], level.Nodes[level.NodeOfLeaf[leaf]].Code);
                }
            }
        }
    }

    [Fact]
    public void Links_NameVariablesAndCodesThatExist() =>
        Assert.All(Lists.Links, link =>
        {
            Assert.All(link.IfCodes, code => Assert.True(Lists[link.IfVariable].IndexOf(code) >= 0));
            Assert.All(link.ThenCodes, code => Assert.True(Lists[link.ThenVariable].IndexOf(code) >= 0));
        });
}
