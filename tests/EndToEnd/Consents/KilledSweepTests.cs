using EndToEnd.Support;
using Host.Composition;
using Host.Security;
using Ingest.Storage;
using Xunit;

namespace EndToEnd.Consents;

/// <summary>The real program, ended by SIGKILL at each named step of taking a record out, then started again.</summary>
[Trait("culture", "first")]
public sealed class KilledSweepTests
{
    private const string Number = "2025/0007";

    public static TheoryData<string> Steps =>
        new("TemporaryOpened", "TemporarySynced", "CatalogueLocked", "Renamed", "FolderSynced", "RowChanged", "Committed", "OldDeleted");

    [Fact]
    public void Steps_AreAllOfThem() =>
        Assert.Equal(typeof(CaseStore).Assembly.GetType("Ingest.Storage.SweepStep", throwOnError: true)!.GetEnumNames(), Steps.Select(s => s.Data));

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task KilledAtAStep_TheRecordGoesOnceAndNothingElse(string step)
    {
        using var site = Site.New();
        using (var desk = site.Open(new SiteClock("2025-04-10T09:00:00Z")))
        {
            Assert.Null(desk.Installation.Users.Put("officer", Site.Credential, [Role.Officer], "test", 1000).Failure);
        }

        var export = Path.Combine(site.Folder, "export.csv");
        await File.WriteAllBytesAsync(export, AgencyFile.Text(AgencyFile.Rows(12)), TestContext.Current.CancellationToken);
        Assert.Equal(0, await site.Process().RunAsync("ingest", export, "--partner", "GOC"));
        var number = Path.Combine(site.Folder, "number.txt");
        await File.WriteAllTextAsync(number, Number + "\n", TestContext.Current.CancellationToken);
        string[] withdraw = ["withdraw-consent", "--partner", "GOC", "--case-file", number, "--as", "officer", "--lang", "en"];
        Assert.Equal(ReportingProcess.Killed, await site.Process("officer").KilledAt("Sweep" + step).RunAsync(withdraw));

        // Whatever is started next carries it out: here a check that keeps nothing.
        Assert.Equal(0, await site.Process().RunAsync("validate", export, "--partner", "GOC"));
        using (var store = StoreOf(site))
        {
            Assert.True(store.Consents.IsSettled().Value);
            Assert.Equal((1, 1), (store.Consents.All().Value[0].Records, store.Consents.All().Value[0].Files));
            Assert.Equal(0, store.FirstBrokenAuditEntry().Value);
        }

        Assert.EndsWith("U000001.test-1.w1.parquet", Assert.Single(CaseFiles(site)), StringComparison.Ordinal);
        var again = site.Process("officer");
        Assert.Equal(0, await again.RunAsync(withdraw));
        Assert.Equal("W000001: 1 records were taken out of 1 files.\n", again.Output);

        // The partner sends the quarter again, with the record in it and one more.
        await File.WriteAllBytesAsync(export, AgencyFile.Text(AgencyFile.Rows(13)), TestContext.Current.CancellationToken);
        var correction = site.Process();
        Assert.Equal(0, await correction.RunAsync("ingest", export, "--partner", "GOC", "--lang", "en"));
        Assert.Contains("set aside because consent was withdrawn 1\n", correction.Output, StringComparison.Ordinal);
        File.Delete(export);
        File.Delete(number);
        await StoredBytes.AssertWithoutAsync(site.Folder, Number);
    }

    private static CaseStore StoreOf(Site site) =>
        ReleaseDesk.OpenStore(Installation.Open(site.Settings, site.Keys(), TimeProvider.System)).Succeeded(out var store, out var failure) ? store : throw new InvalidOperationException(failure.Code);

    private static string[] CaseFiles(Site site) => Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "cases", "cases"));
}
