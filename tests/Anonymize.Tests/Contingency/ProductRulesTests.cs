using System.Text;
using Anonymize.Contingency.Specs;
using Publication.Rules;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>A specification that names no rules is under the product's own.</summary>
[Trait("culture", "first")]
public sealed class ProductRulesTests
{
    private static readonly RuleSet Own = RuleSetReader.Read("""{ "schemaVersion": 1, "id": "own", "k": 5, "level": "band", "kappa": 1, "slack": 1, "rho": 3, "persons": true, "poolRuleKnown": true, "latentMembers": true }"""u8);

    [Fact]
    public void WithoutRules_TheOwnRuleSetHolds()
    {
        var spec = Read("\"partner\": \"office\",");
        var expected = new ContingencyRules { K = 5, Level = ContingencyLevel.Band, Kappa = 1, Slack = 1, Persons = true, Coalition = 1, Residual = 3 };
        Assert.Equal(expected with { Weights = spec.Rules.Weights, Primary = spec.Rules.Primary }, spec.Rules);
        Assert.Equal(Own.Identity, spec.RuleSet);
    }

    /// <summary>Where nobody's records are told apart, nobody can be judged by them.</summary>
    [Fact]
    public void WithoutPartner_PartnersAreNotJudged() => Assert.Equal((0, 0, true), (Read("").Rules.Coalition, Read("").Rules.Residual, Read("").Rules.Persons));

    /// <summary>Where somebody may have several categories, total less one of them is everybody without it: nothing but R8 judges that.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData(", \"multiple\": \";\"", true)]
    public void WithSeveralCategoriesAPerson_DifferencesAreJudged(string variable, bool isJudged) => Assert.Equal(isJudged, Read("", variable).Rules.Differences);

    /// <summary>Rules that are named are complete: an empty object is no rule at all.</summary>
    [Fact]
    public void NamedRules_AreComplete()
    {
        var spec = Read("\"rules\": {},");
        Assert.Equal((0, -1, false, (RuleSetIdentity?)null), (spec.Rules.K, spec.Rules.Kappa, spec.Rules.Persons, spec.RuleSet));
    }

    private static ContingencySpec Read(string setting, string variable = "")
    {
        var (spec, faults) = SpecReader.Read(
            Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 1, {{setting}} "variables": [ { "name": "a", "role": "other"{{variable}} } ], "tables": [ { "id": "t", "by": ["a"] } ] }"""), Own);
        Assert.Empty(faults);
        return spec!;
    }
}
