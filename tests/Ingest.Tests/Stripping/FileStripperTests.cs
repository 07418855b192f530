using System.Text;
using Ingest.Cases;
using Ingest.Intake;
using Ingest.Stripping;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Stripping;

public sealed class FileStripperTests
{
    [Fact]
    public async Task EverySample_ReadsAfterStrippingAsBefore_ButForThePersonKeys()
    {
        foreach (string[] truth in SampleFiles.Truth("files.csv"))
        {
            byte[] file = await File.ReadAllBytesAsync(Path.Combine(SampleFiles.Folder, truth[0]), TestContext.Current.CancellationToken);
            (ValidationReport before, IReadOnlyList<SomeCase> cases) = SomeReader.Read(file);
            (ValidationReport after, IReadOnlyList<SomeCase> stripped) = SomeReader.Read((await Strip(file)).Stripped);

            Assert.Equal((before.Profile, before.Accepted, 0L), (after.Profile, after.Accepted, after.Faulty));
            for (int i = 0; i < cases.Count; i++)
            {
                Assert.Equal(cases[i].Codes, stripped[i].Codes);
                Assert.Equal(cases[i].Sets, stripped[i].Sets);
                Assert.Equal(cases[i].Periods, stripped[i].Periods);
                Assert.Equal(new string('0', 64), stripped[i].MatchKey);
            }
        }
    }

    [Fact]
    public async Task FileWithIdentifiers_LosesThemAll()
    {
        byte[] file = await File.ReadAllBytesAsync(
            Path.Combine(SampleFiles.Folder, "identifiers", "agency-with-identifiers.csv"), TestContext.Current.CancellationToken);
        (StripOutcome outcome, byte[] stripped) = await Strip(file);
        string text = Encoding.UTF8.GetString(stripped);
        Assert.All(
            (string[])["10000000146", "10000000078", "555", "@", "TR33", "U00000000", "(test)"],
            identifier => Assert.DoesNotContain(identifier, text, StringComparison.Ordinal));
        Assert.Equal(SampleFiles.Truth("identifiers.csv").Count, outcome.CellsLeftOut);
    }

    [Fact]
    public async Task PersonWithoutConsent_IsNotWritten()
    {
        const string File = "con_Consent,prs_Birthdate,prs_Gender,vic_TraffickingStatus,vic_TypeOfExploitation,cas_IncomingReferralDate,prs_FirstName\n"
            + "Yes,1990-01-01,Feminine,Actual victim of trafficking,Forced labour,2026-01-02,Ada\n"
            + "No,1970-01-01,Masculine,Actual victim of trafficking,Forced labour,2026-01-02,Can\n";
        string text = Encoding.UTF8.GetString((await Strip(Encoding.UTF8.GetBytes(File))).Stripped);
        Assert.Equal(2, text.Count(c => c == '\n'));
        Assert.DoesNotContain("Masculine", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableFile_GivesAnEmptyOne()
    {
        (StripOutcome outcome, byte[] stripped) = await Strip("a;b\n1;2\n"u8.ToArray());
        Assert.False(outcome.Report.IsReadable);
        Assert.Empty(stripped);
    }

    private static async Task<(StripOutcome Outcome, byte[] Stripped)> Strip(byte[] file)
    {
        var stripper = new FileStripper(SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock);
        using var output = new MemoryStream();
        StripOutcome outcome = await stripper.StripAsync(new MemoryStream(file), output, TestContext.Current.CancellationToken);
        return (outcome, output.ToArray());
    }
}
