using Publication.Releases;
using Publication.Rules;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>A header, for releases that live only in a test.</summary>
internal static class Headers
{
    public static ReleaseHeader Of(RuleSet rules) => new()
    {
        Id = "2025-Q1.1",
        Period = ReleasePeriod.OfQuarter(2025, 1),
        Title = new Text("Deneme", "Trial"),
        Country = "TUR",
        Programme = "trial",
        ClassificationVersion = "1",
        CutOff = new DateOnly(2025, 4, 15),
        PublicationDate = new DateOnly(2025, 5, 1),
        RuleSet = rules.Identity,
        InputsHmac = "",
        ProductVersion = "test",
        PartnersIncluded = 1,
        PartnersExpected = 1,
    };
}
