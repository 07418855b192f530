using Ingest.Programme;
using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Programme;

public sealed class IndicatorCatalogueTests
{
    private static readonly CodeLists Lists = CodeLists.Load();

    private static string File => Path.Combine(DataFiles.Root, "indicators.json");

    [Fact]
    public void Catalogue_SaysOfEveryIndicatorWhatThePlanSays()
    {
        CodeList list = Lists["indicator"];
        Assert.Equal(["PRE", "PRO", "COO"], list.FindLevel("pillar")!.Nodes.Select(node => node.Code));
        Assert.Equal(list.Codes.Select(code => code.Code), Lists.Indicators.All.Select(indicator => indicator.Code));
        Assert.Equal(3, Lists.Indicators.All.Select(indicator => indicator.Population).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void CallersAndVictims_AreCountedApartFromTheProgramme() =>
        Assert.All(Lists.Indicators.All, indicator => Assert.Equal(indicator.CountsPersonsAtRisk, indicator.Population != "programme"));

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("\"targetYear\": 2027", "\"targetYear\": 2023")]
    [InlineData("\"targetYear\": 2027", "\"targetYeer\": 2027")]
    [InlineData("\"Çeyrek\"", "\"değer\"")]
    [InlineData("\"code\": \"MEE\"", "\"code\": \"MEX\"")]
    [InlineData("\"code\": \"MEE\"", "\"code\": \"AWE\"")]
    [InlineData("\"counts\": \"callers\"", "\"counts\": \"calls\"")]
    [InlineData("\"counts\": \"activities\", \"population\": \"programme\", \"by\": []", "\"counts\": \"victims\", \"population\": \"programme\", \"by\": []")]
    [InlineData("\"population\": \"shelter\"", "\"population\": \"victims\"")]
    [InlineData("\"by\": [\"group\"]", "\"by\": [\"province\"]")]
    [InlineData("\"by\": [\"group\"]", "\"by\": [\"group\", \"group\"]")]
    [InlineData("\"baseline\": 96", "\"baseline\": -1")]
    [InlineData("\"reporters\": [\"SIG\"]", "\"reporters\": [\"S G\"]")]
    [InlineData("\"en\": \"events\"", "\"en\": \"\"")]
    public void BrokenCatalogue_StopsTheStart(string from, string to)
    {
        string broken = System.IO.File.ReadAllText(File).Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(System.IO.File.ReadAllText(File), broken);
        string path = Path.Combine(Directory.CreateTempSubdirectory("indicators").FullName, "indicators.json");
        System.IO.File.WriteAllText(path, broken);
        Assert.Throws<DataFileException>(() => IndicatorCatalogue.Load(path, Lists.All));
    }
}
