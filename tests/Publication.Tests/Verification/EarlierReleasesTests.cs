using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

/// <summary>A figure that is safe alone and settles an earlier one is refused, whoever published it.</summary>
public sealed class EarlierReleasesTests
{
    private static readonly RecordView BothQuarters = Bulletin.Records(6, 6, 6, 6);
    private static readonly Ledger AfterTheFirst = Ledger.Empty.Append(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.Rules);
    private static readonly TableDesign SecondDesign = Bulletin.Sectors("second", Bulletin.In("q2"));

    [Fact]
    public void SecondQuarterAlone_Verifies() =>
        Assert.NotNull(Verify(AfterTheFirst, Bulletin.Print(SecondDesign, "6", "6", "6", "6", "24")).Verified);

    /// <summary>7 in the year less 6 in the second quarter is the 1 of the first.</summary>
    [Fact]
    public void YearThatGivesAQuarterAway_IsRefused()
    {
        var ledger = AfterTheFirst.Append(Bulletin.Content(Bulletin.Print(SecondDesign, "6", "6", "6", "6", "24")), Bulletin.Rules);

        Assert.Equal([FindingCodes.WitnessInvalid], Bulletin.Codes(Verify(ledger, Bulletin.Print(Bulletin.Sectors("year"), "7", "8", "12", "11", "38"))).Except([FindingCodes.RequirementUnmet]));
        Assert.NotNull(Verify(ledger, Bulletin.Print(Bulletin.Sectors("year"), "c", "c", "12", "c", "38")).Verified);
    }

    [Fact]
    public void OutsideYearThatGivesAQuarterAway_IsRefused()
    {
        var year = new BackgroundFact(new CellDefinition(Bulletin.Population, [new Node("sector", ["s1"])]), 7, 7, "ministry");

        Assert.Null(Verify(AfterTheFirst.WithBackground([year]), Bulletin.Print(SecondDesign, "6", "6", "6", "6", "24")).Verified);
    }

    [Fact]
    public void OutsideFigureThatIsNotTrue_IsReportedNotFollowed()
    {
        var wrong = new BackgroundFact(new CellDefinition(Bulletin.Population, [Bulletin.In("q2")]), 40, 41, "newspaper");

        Assert.Contains(FindingCodes.FactContradicted, Bulletin.Codes(Verify(AfterTheFirst.WithBackground([wrong]), Bulletin.Print(SecondDesign, "6", "6", "6", "6", "24"))));
    }

    [Fact]
    public void HiddenFigure_MayBeShownLaterWhereThatIsSafe()
    {
        var ledger = Ledger.Empty.Append(Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "c", "c", "c", "c", "14")), Bulletin.Rules);

        Assert.NotNull(Verify(ledger, Bulletin.FirstQuarter).Verified);
    }

    private static VerificationOutcome Verify(Ledger ledger, PublishedTable table) =>
        Bulletin.Verify(Bulletin.Content(table), Bulletin.EveryWitness, BothQuarters, ledger);
}
