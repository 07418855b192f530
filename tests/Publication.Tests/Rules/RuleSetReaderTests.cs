using System.Text;
using Publication.Rules;
using Xunit;

namespace Publication.Tests.Rules;

public sealed class RuleSetReaderTests
{
    private const string Sound = """{"schemaVersion":1,"id":"r","k":5,"level":"band","kappa":1,"slack":1,"rho":3,"persons":true,"poolRuleKnown":true}""";

    [Fact]
    public void SoundFile_IsRead()
    {
        var rules = Read(Sound);

        Assert.Equal(
            (5, ProtectionLevel.Band, 1, 1, 3, true, true), (rules.K, rules.Level, rules.Kappa, rules.Slack, rules.Rho, rules.Persons, rules.PoolRuleKnown));
        Assert.Equal((0, 4, 3), (rules.LowerTarget, rules.UpperTarget, rules.DistinctTarget));
    }

    [Theory]
    [InlineData("bulletin-1")]
    [InlineData("bulletin-2", "programme")]
    public void ShippedRules_AreTheDefaults(string name, params string[] withoutPersons)
    {
        var file = Path.Combine(Root(), "src", "Publication", "Rules", name + ".json");
        var rules = RuleSetReader.Read(File.ReadAllBytes(file));
        Assert.Equal(name, rules.Identity.Id);
        Assert.Equal(withoutPersons, rules.WithoutPersons);

        Assert.Equal((5, ProtectionLevel.Band, 1, 1, 3, true, true), (rules.K, rules.Level, rules.Kappa, rules.Slack, rules.Rho, rules.Persons, rules.PoolRuleKnown));
    }

    [Fact]
    public void AnyOtherByte_IsAnotherRuleSet() => Assert.NotEqual(Read(Sound).Identity, Read(Sound + " ").Identity);

    [Theory]
    [InlineData("\"k\":5", "\"k\":2")]
    [InlineData("\"k\":5", "\"k\":0")]
    [InlineData("\"k\":5", "\"K\":5")]
    [InlineData("\"k\":5,", "")]
    [InlineData("\"k\":5", "\"k\":5,\"kk\":5")]
    [InlineData("\"k\":5", "\"k\":null")]
    [InlineData("\"level\":\"band\"", "\"level\":\"loose\"")]
    [InlineData("\"level\":\"band\"", "\"level\":1")]
    [InlineData("\"rho\":3", "\"rho\":1")]
    [InlineData("\"rho\":3", "\"rho\":-1")]
    [InlineData("\"kappa\":1", "\"kappa\":-2")]
    [InlineData("\"slack\":1", "\"slack\":-1")]
    [InlineData("\"persons\":true,", "")]
    [InlineData("\"persons\":true", "\"persons\":\"true\"")]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":2")]
    [InlineData(Sound, "null")]
    [InlineData(Sound, "")]
    public void MisspeltMissingOrWeak_IsRefused(string known, string strange) => Assert.Throws<FormatException>(() => Read(Sound.Replace(known, strange, StringComparison.Ordinal)));

    private static RuleSet Read(string text) => RuleSetReader.Read(Encoding.UTF8.GetBytes(text));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Reporting.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
        }

        return folder;
    }
}
