using System.Text;
using Ingest.Cases;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Tests.Formats;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>The traps of the three shapes, one by one.</summary>
public sealed class ShapeTrapTests
{
    private const string Households =
        "Activities of households as employers; undifferentiated goods- and services- producing activities of households for own use";

    private static readonly string[] Names =
    [
        "", "cas_CaseOwner", "prs_FirstName", "prs_SecondName", "con_Consent", "prs_Birthdate", "prs_Gender", "prs_Citizenship", "prs_MailingCity",
        "vic_TraffickingStatus", "vic_TraffickinStatusDecisionMakingOrg", "vic_MethodsOfControl", "vic_TypeOfExploitation",
        "vic_ForcedLabourIndustry", "vic_TypeOfSexExploitation", "vic_LocationOfExploitation", "cas_IncomingReferralDate",
    ];

    private static readonly string[] Labels =
    [
        "", "Case Owner", "First Name", "Second Name", "Consent", "Birthdate", "Gender", "Citizenship", "Mailing Street",
        "Trafficking Status", "Trafficking Status Decision Making Organization", "Methods of Control", "Type of Exploitation",
        "Forced Labour Industry", "Type of Sex Exploitation", "Location of Exploitation", "Incoming Referral Date",
    ];

    [Fact]
    public void Households_AreFoundWhole_AmongSeveralIndustries()
    {
        SomeCase c = Htcds(("vic_ForcedLabourIndustry", $"Construction; {Households}; Manufacturing"), ("vic_TypeOfExploitation", "Forced labour; Servitude"));
        Assert.Equal(("CON", "DOM CON MAN", "LAB SRV"), (c[CaseColumn.Sector], c[SetColumn.Sectors], c[SetColumn.Forms]));
    }

    [Fact]
    public void SectionA_WithoutSecondTier_IsUnknown_WithItKnown()
    {
        Assert.Equal("UNK", Htcds(("vic_ForcedLabourIndustry", "Agriculture, forestry and fishing"))[CaseColumn.Sector]);
        Assert.Equal("FSH", Htcds(("vic_ForcedLabourIndustry", "Fishing and aquaculture"))[CaseColumn.Sector]);
    }

    [Theory]
    [InlineData("Turkey", "TUR")]
    [InlineData("Nigeria; Niger", "NGA")]
    [InlineData("Congo, Democratic Republic of the", "COD")]
    [InlineData("Côte d'Ivoire", "CIV")]
    [InlineData("Korea (Democratic People's Republic of)", "PRK")]
    public void Citizenship_IsReadFromTheTemplatesNames(string label, string code) =>
        Assert.Equal(code, Htcds(("prs_Citizenship", label))[CaseColumn.Citizenship]);

    [Fact]
    public void TrailingBlanks_DoNotMatter() => Assert.Equal("DBT", Htcds(("vic_MethodsOfControl", "Debt bondage  "))[SetColumn.Means]);

    [Fact]
    public void RowsNumberedInAdvance_AreNoCases()
    {
        ValidationReport report = SomeReader.Read(Book(Row(), 3).Row(4, "2").Row(5, "3").ToBytes()).Report;
        Assert.Equal((1, 0), (report.Records, report.Faulty));
    }

    [Fact]
    public void LabelRow_WinsOverTheFieldNamesAboveIt()
    {
        // The name row calls column I city, the label row street; what stands there is an address either way and never read.
        ValidationReport report = SomeReader.Read(Book(Row(("prs_MailingCity", "10000000146")), 3).ToBytes()).Report;
        Assert.True(report.IsAcceptable);
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.ColumnIdentifier && f.ColumnLetter == "I" && f.Column == "prs_MailingStreet");
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.ColumnFreeText && f.Column == "vic_LocationOfExploitation");
    }

    [Theory]
    [InlineData("No", 1, 0)]
    [InlineData("", 0, 1)]
    [InlineData("#0", 1, 0)]
    public void WithoutConsent_NothingOfTheRowIsReadOrKept(string consent, int refused, int missing)
    {
        byte[] book = Book(Row(("con_Consent", consent), ("prs_Gender", "not a code")), 3).Row(4, Row(("prs_FirstName", "Other"))).ToBytes();
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(book, SomeReader.Terms with { LegalBasis = null });
        Assert.Equal((2, 1, refused, missing, 0), (report.Records, report.Accepted, report.ConsentRefused, report.ConsentMissing, report.Faulty));
        Assert.Equal(4, Assert.Single(cases).Row);
        Assert.Equal("YES", cases[0][CaseColumn.Consent]);
    }

    [Fact]
    public void PersonIsKeyed_WhereCasesHaveNoNumber()
    {
        byte[] book = Book(Row(), 3).Row(4, Row(("prs_FirstName", "IŞIL"))).Row(5, Row(("prs_FirstName", "ŞİRİN"))).Row(6, Row(("prs_Birthdate", ""))).ToBytes();
        IReadOnlyList<SomeCase> cases = SomeReader.Read(book).Cases;
        Assert.Equal(cases[0].CaseKey, cases[2].CaseKey);
        Assert.Equal(3, cases.Select(c => c.CaseKey).Distinct().Count());
        Assert.Equal(new string('0', 64), cases[3].MatchKey);
    }

    [Fact]
    public void Survey_IsReadByCodesJoinedByBlanks()
    {
        const string File = "start,con_Consent,prs_First_Name,prs_Second_Name,prs_Birthdate,prs_Gender,prs_Citizenship,vic_TraffickingStatus,vic_Methods_of_Control,vic_TypeOfExploitation,vic_ForcedLabourIndustry,vic_TypeOfSexExploitation,cas_IncomingReferralDate\n"
            + "2026-03-01T10:00:00,TRUE,(test) Ada,Örnek,1990-02-03,Feminine,NA,ActualVictimOfTrafficking,DebtBondage TakesEarnings,ForcedLabour SexualExploitation,T_ActivitiesOfHouseholdsAsEmployers C_Manufacturing,Prostitution,2026-03-05\n";
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(File);
        Assert.Equal("htcds-xlsform", report.Profile);
        SomeCase c = Assert.Single(cases);
        Assert.Equal(("NAM", "DOM", "LAB"), (c[CaseColumn.Citizenship], c[CaseColumn.Sector], c[CaseColumn.Form]));
        Assert.Equal(("DBT EAR", "DOM FSX MAN"), (c[SetColumn.Means], c[SetColumn.Sectors]));
    }

    [Theory]
    [InlineData("1", "0", "-99", "DBT")]
    [InlineData("0", "0", "0", "")]
    [InlineData("-99", "-99", "-99", "NCL")]
    [InlineData("", "", "", "UNK")]
    [InlineData("1.0", "0.0", "1.0", "DBT THT")]
    public void Flags_TellNoFromUnknownFromNotCollected(string debt, string earnings, string threats, string means)
    {
        string file = "yearOfRegistration,gender,ageBroad,citizenship,meansOfControlDebtBondage,meansOfControlTakesEarnings,meansOfControlThreats,isForcedLabour,isSexualExploit,registrationDate\n"
            + $"2025,Female,Sep-17,NA,{debt},{earnings},{threats},1,0,2025-11-02\n";
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(file);
        Assert.Equal("ctdc-k-anon", report.Profile);
        SomeCase c = Assert.Single(cases);
        Assert.Equal((means, "NAM", "A09", "GIR", "2025-Q4"), (c[SetColumn.Means], c[CaseColumn.Citizenship], c[CaseColumn.Age], c[CaseColumn.Group], c[PeriodColumn.Registered]));
    }

    [Fact]
    public void SyntheticRelease_MapsCompositeMeansToTheirGroup_AndKeepsYearsOutOfQuarters()
    {
        const string File = "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,traffickMonths,meansDebtBondageEarnings,meansThreats,isForcedLabour,isSexualExploit,isOtherExploit,sectorOfLabourAgriculture,sectorOfSexProstitution\n"
            + "2024,Woman,18--20,SYR,TUR,0--12 (0-1 yr),1,,1,,,1,\n";
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(File);
        Assert.Equal(("ctdc-synthetic", 1L), (report.Profile, report.YearOnly));
        Assert.Empty(report.Quarters);
        SomeCase c = Assert.Single(cases);
        Assert.Equal(("FIU", "AGR", "WOM", "2024"), (c[SetColumn.Means], c[CaseColumn.Sector], c[CaseColumn.Group], c[PeriodColumn.Registered]));
    }

    [Fact]
    public void TotalsAndTheBlocksBelow_AreNoRecords()
    {
        string text = SomeAgencyFile.Of(SomeAgencyFile.Row(), "TOPLAM;1;;;;;;;;;;;;;;;;", ";;;;;;;;;;;;;;;;;", "Kadın;1;;;;;;;;;;;;;;;;", "Erkek;2007");
        ValidationReport report = SomeReader.Read(text).Report;
        Assert.Equal((1, 3, true), (report.Records, report.TotalRows, report.IsAcceptable));
    }

    private static SomeCase Htcds(params (string Name, string Value)[] changes) =>
        Assert.Single(SomeReader.Read(Book(Row(changes), 3).ToBytes()).Cases);

    private static SomeWorkbook Book(string[] row, int number) => new SomeWorkbook().Row(1, Names).Row(2, Labels).Row(number, row);

    private static string[] Row(params (string Name, string Value)[] changes)
    {
        string[] row =
        [
            "#1", "Test Worker", "(test) Şirin", "Işık", "Yes", "1993-05-03", "Feminine", "Georgia", "", "Actual victim of trafficking", "Police", "",
            "Forced labour", "", "", "Örnek Sığınma Evi", "#46086",
        ];
        foreach ((string name, string value) in changes)
        {
            row[Array.IndexOf(Names, name)] = value;
        }

        return row;
    }
}
