using EndToEnd.Support;
using Ingest.Storage;
using Xunit;

namespace EndToEnd.Intake;

/// <summary>The real program, ended by SIGKILL at each named step of an intake, then started again.</summary>
[Trait("culture", "first")]
public sealed class KilledIntakeTests
{
    public static TheoryData<string> Steps => IntakeSteps.All;

    [Fact]
    public void Steps_AreAllOfThem()
    {
        var declared = typeof(CaseStore).Assembly.GetType("Ingest.Storage.IntakeStep", throwOnError: true)!.GetEnumNames();
        Assert.Equal(declared, Steps.Select(s => s.Data));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public Task KilledAtAStep_TheUploadIsThereWholeOrNotAtAll_AndIsTakenOnce(string step) => KillAsync(step, AgencyFile.Text(AgencyFile.Rows(12)));

    [Theory]
    [MemberData(nameof(Steps))]
    public Task KilledAtAStep_FiguresAreThereWholeOrNotAtAll_AndAreTakenOnce(string step) =>
        KillAsync(step, "Indicator;Quarter;Value\nTRN;2025-Q1;12\nMEE;2025-Q1;3\n"u8.ToArray());

    private static async Task KillAsync(string step, byte[] content)
    {
        using var site = Site.New();
        site.Open(new SiteClock("2025-04-10T09:00:00Z")).Dispose();
        var file = Path.Combine(site.Folder, "export.csv");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        Assert.Equal(ReportingProcess.Killed, await site.Process().KilledAt(step).RunAsync("ingest", file, "--partner", "GOC"));

        var status = site.Process();
        Assert.Equal(0, await status.RunAsync("status"));
        Assert.Equal(step == IntakeSteps.Last ? 1 : 0, CaseFiles(site).Length);

        var again = site.Process();
        Assert.Equal(0, await again.RunAsync("ingest", file, "--partner", "GOC", "--lang", "en"));
        Assert.StartsWith(step == IntakeSteps.Last ? "This file was accepted before" : "Receipt ", again.Output, StringComparison.Ordinal);
        Assert.Single(CaseFiles(site));
        var once = SiteState.Of(site);
        Assert.Equal(0, await site.Process().RunAsync("ingest", file, "--partner", "GOC"));
        Assert.Equal(once, SiteState.Of(site));
    }

    // A temporary file counts as well: none may be left.
    private static string[] CaseFiles(Site site) => Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "cases", "cases"));
}
