using System.Text;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;

namespace Reports.Tests.Samples;

/// <summary>Releases as the verifier would make them, with invented figures.</summary>
internal static class SomeRelease
{
    public static ReleaseHeader Header(ReleasePeriod period) => new()
    {
        Id = $"{period}.1",
        Period = period,
        Title = new Text("İnsan ticareti mağdurları", "Victims of trafficking in persons"),
        Country = "TUR",
        Programme = "NAP",
        ClassificationVersion = "2026-01",
        CutOff = period.End.AddDays(20),
        PublicationDate = period.End.AddDays(45),
        NextPublication = period.End.AddDays(136),
        RuleSet = new RuleSetIdentity("default-1", new string('a', 64)),
        InputsHmac = new string('b', 64),
        ProductVersion = "0.1.0",
        PartnersIncluded = 6,
        PartnersExpected = 6,
    };

    public static ReleaseContent Content(ReleasePeriod period, params PublishedTable[] tables) =>
        new(Header(period), SomeLabels.All, [], tables);

    public static Release Of(ReleasePeriod period, params PublishedTable[] tables) => Of(Content(period, tables));

    public static Release Of(ReleaseContent content) => Release.Publish(
        new VerifiedRelease(content).Approve("drafter", "approver")!,
        new PublicProof(Encoding.UTF8.GetBytes("{\"schemaVersion\":1}\n"), isComplete: true),
        new SealingKey("k1", new byte[32]));

    public static VerifiedRelease Draft(ReleasePeriod period, params PublishedTable[] tables) => new(Content(period, tables));

    /// <summary>A quarter with pooled rows, hidden cells and several answers a person; <paramref name="shift"/> moves the figures a little.</summary>
    public static Release Quarter(ReleasePeriod period, int shift = 0) => Of(period, QuarterTables(period, shift));

    public static PublishedTable[] QuarterTables(ReleasePeriod period, int shift = 0)
    {
        var quarter = new Node("quarter", [period.ToString()]);
        var actual = new Node("status", ["ACT"]);
        var s = shift;
        return
        [
            new SomeTable("identified").Where(new Node("status", ["ACT", "POS", "NOT"]), quarter).By(SomeLabels.Status, "ACT", "POS", "NOT").Of(75 + s, 12, 9, 96 + s),
            new SomeTable("sectors").Where(actual, quarter).By(SomeLabels.Sector, "AGR", "DOM", "FSX", "BEG", "CON+FSH+POR+TOU", "MAN", "NAP+OTH+UNK")
                .Of(8, 9, 31 + s, 6, 9, 5, 7, 75 + s),
            new SomeTable("sectors-by-group").Where(actual, quarter).By(SomeLabels.Sector, "AGR", "DOM", "FSX", "BEG", "CON+FSH+POR+TOU", "MAN", "NAP+OTH+UNK")
                .By(SomeLabels.Group, "WOM", "MAN", "CHI", "OTH")
                .Of(
                    null, null, 0, null, 8,
                    9, 0, 0, 0, 9,
                    25 + s, null, null, null, 31 + s,
                    null, null, null, 0, 6,
                    null, null, 0, 0, 9,
                    null, null, null, null, 5,
                    null, null, null, null, 7,
                    57 + s, 11, 7, 0, 75 + s),
            new SomeTable("forms").Where(actual, quarter).By(SomeLabels.Form, "SEX", "LAB", "BEG", "OTH+UNK+SLV+SRV+ORG+MAR").Of(36 + s, 24, 6, 9, 75 + s),
            new SomeTable("age").Where(actual, quarter).By(SomeLabels.Age, "CHD", "ADU", "UNK").Of(7, null, null, 75 + s),
            new SomeTable("services").Where(quarter).By(SomeLabels.Services, isAdditive: false, "SHE", "HEA", "PSY", "LEG", "EDU", "WRK", "CSH", "INT")
                .Of(41, 38, 52 + s, 29, null, null, 12, 33, 71 + s),
        ];
    }
}
