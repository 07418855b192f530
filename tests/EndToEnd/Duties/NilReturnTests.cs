using EndToEnd.Support;
using Host.Composition;
using Host.Drafting;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Storage;
using Publication.Releases;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Duties;

/// <summary>A partner's word that it had no case: what it counts for, what stands against it, and what takes its place.</summary>
[Trait("culture", "last")]
public sealed class NilReturnTests
{
    private static readonly ReleasePeriod First = ReleasePeriod.OfQuarter(2025, 1);

    [Fact]
    public async Task NilReturn_CountsAsReported_UntilItIsWithdrawnOrRecordsCome()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-10T09:00:00Z");
        using var desk = site.Open(clock);
        var goc = desk.Store.ReportNothing(new PartnerId("GOC"), "2025-Q1").Value;
        Assert.Equal(goc, desk.Store.ReportNothing(new PartnerId("GOC"), "2025-Q1").Value);
        Assert.Single(desk.Store.NilReturns().Value);
        Assert.Equal((0, 1), (Duty(desk, "GOC").Owes.Count, Duty(desk, "GOC").Nothing.Count));
        Assert.Equal(["2025-Q1"], Duty(desk, "KOL").Owes);
        Assert.Equal(1, Reported(desk));

        Assert.Equal(UploadState.Withdrawn, desk.Store.WithdrawNothing(goc.Id, "test").Value.State);
        Assert.Equal(StoreFailureCode.UploadNotActive, desk.Store.WithdrawNothing(goc.Id, "test").Failure);
        Assert.Equal(["2025-Q1"], Duty(desk, "GOC").Owes);
        Assert.Equal(0, Reported(desk));

        // There were cases after all; then there is no way to say that there were none.
        Assert.True(desk.Store.ReportNothing(new PartnerId("GOC"), "2025-Q1").Succeeded);
        Assert.True(desk.Store.ReportNothing(new PartnerId("GOC"), "2024-Q4").Succeeded);
        await TakeAsync(desk, "GOC", AgencyFile.Rows(3));
        Assert.Equal([UploadState.Withdrawn, UploadState.Replaced, UploadState.Active], desk.Store.NilReturns().Value.Select(n => n.State));
        Assert.Equal(StoreFailureCode.RecordsReported, desk.Store.ReportNothing(new PartnerId("GOC"), "2025-Q1").Failure);
        Assert.True(desk.Store.ReportNothing(new PartnerId("KOL"), "2025-Q1").Succeeded);
        Assert.Equal(2, Reported(desk));
        Assert.Equal(StoreFailureCode.UnknownPartner, desk.Store.ReportNothing(new PartnerId("NOBODY"), "2025-Q1").Failure);
        Assert.Equal(
            ["nil.reported", "nil.withdrawn", "nil.reported", "nil.reported", "nil.replaced", "nil.reported"],
            desk.Store.AuditEntries().Value.Select(e => e.Action).Where(a => a.StartsWith("nil.", StringComparison.Ordinal)));
        Assert.Equal(0, desk.Store.FirstBrokenAuditEntry().Value);
    }

    [Fact]
    public async Task QuartersThatAllPartnersReportEmpty_ArePublishedAsZeros_AndDoNotBlockTheirYear()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-10T09:00:00Z");
        using var desk = site.Open(clock);
        var token = TestContext.Current.CancellationToken;
        await TakeAsync(desk, "GOC", AgencyFile.Rows(12));
        clock.Set("2026-01-22T09:00:00Z");
        var quarters = ReleasePeriod.OfYear(2025).Quarters;
        Assert.True((await desk.Drafter.DraftAsync(quarters[0], "drafter", token)).Succeeded(out var first, out _));
        Assert.Null(desk.Installation.Approvals.Add(first.Row, "approver").Failure);
        Assert.Null((await desk.Publisher.PublishAsync(first.Row.DraftId, "publisher", token)).Failure);
        Assert.Equal("NothingReceived", (await desk.Drafter.DraftAsync(quarters[1], "drafter", token)).Failure?.Code);
        foreach (var quarter in quarters.Skip(1))
        {
            Assert.True(desk.Store.ReportNothing(new PartnerId("GOC"), quarter.ToString()).Succeeded);
            Assert.True(desk.Store.ReportNothing(new PartnerId("KOL"), quarter.ToString()).Succeeded);
            Assert.True((await desk.Drafter.DraftAsync(quarter, "drafter", token)).Succeeded(out var draft, out var failure), failure?.Code);
            Assert.Equal(2, draft.Release.Content.Header.PartnersIncluded);
            Assert.NotEmpty(draft.Release.Content.Tables);
            Assert.All(draft.Release.Content.Tables.SelectMany(t => t.Cells), c => Assert.True(c.State == CellState.NotApplicable || (c.IsShown && c.Value == 0), c.State.ToString()));
        }

        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", token)).Succeeded(out var year, out var stopped), stopped?.Code);
        Assert.Equal(2, year.Release.Content.Header.PartnersIncluded);

        // What was said may be taken back until it is published; then the zeros are nobody's word.
        var zeros = desk.Installation.Drafts.Find("2025-Q2.1")!;
        Assert.Null(desk.Installation.Approvals.Add(zeros, "approver").Failure);
        foreach (var given in desk.Store.NilReturns().Value.Where(n => n.Quarter == "2025-Q2"))
        {
            Assert.True(desk.Store.WithdrawNothing(given.Id, "test").Succeeded);
        }

        Assert.Equal("NothingReceived", (await desk.Publisher.PublishAsync(zeros.DraftId, "publisher", token)).Failure?.Code);
        Assert.True(desk.Store.ReportNothing(new PartnerId("GOC"), "2025-Q2").Succeeded);
        Assert.Null((await desk.Publisher.PublishAsync(zeros.DraftId, "publisher", token)).Failure);
        Assert.All(Host.Verifying.FolderVerifier.Verify(Path.Combine(site.Published, "2025-Q2"), site.Keys()), r => Assert.True(r.Holds != false, $"{r.Check} {r.Subject}"));
    }

    [Fact]
    public async Task CommandLine_KeepsShowsAndTakesBack()
    {
        using var site = Site.New();
        site.Open(TimeProvider.System).Dispose();
        var file = Path.Combine(site.Folder, "a.csv");
        File.WriteAllBytes(file, AgencyFile.Text(AgencyFile.Rows(2)));
        await Ends(2, "ingest", "--partner", "GOC");
        await Ends(2, "ingest", file, "--nothing", "2025-Q1", "--partner", "GOC");
        await Ends(2, "ingest", "--nothing", "2025", "--partner", "GOC");
        await Ends(2, "ingest", "--nothing", "2025-Q1", "--without-faulty-rows", "--partner", "GOC");
        await Ends(3, "ingest", "--nothing", "2025-Q1", "--partner", "NOBODY");
        await Ends(6, "ingest", "--nothing", "2199-Q1", "--partner", "GOC");
        Assert.Contains("GOC reports no case in 2025-Q1", await Ends(0, "ingest", "--nothing", "2025-Q1", "--partner", "GOC"), StringComparison.Ordinal);
        Assert.Contains("N000001", await Ends(0, "ingest", "--nothing", "2025-Q1", "--partner", "GOC"), StringComparison.Ordinal);
        Assert.Contains("reported that it had no case: 2025-Q1", await Ends(0, "status"), StringComparison.Ordinal);
        Assert.Contains("N000001", await Ends(0, "withdraw", "N000001", "--reason", "test"), StringComparison.Ordinal);
        await Ends(6, "withdraw", "N000001", "--reason", "test");
        await Ends(3, "withdraw", "N000009", "--reason", "test");
        Assert.DoesNotContain("had no case", await Ends(0, "status"), StringComparison.Ordinal);
        await Ends(0, "ingest", file, "--partner", "GOC");
        await Ends(6, "ingest", "--nothing", "2025-Q1", "--partner", "GOC");

        // Whoever sends headings alone learns what to say instead.
        File.WriteAllBytes(file, AgencyFile.Text());
        Assert.Contains("--nothing", await Ends(3, "ingest", file, "--partner", "KOL"), StringComparison.Ordinal);

        async Task<string> Ends(int code, params string[] line)
        {
            var process = site.Process();
            Assert.True(code == await process.RunAsync([.. line, "--lang", "en"]), string.Join(' ', line) + process.Error);
            return process.Output;
        }
    }

    private static int Reported(ReleaseDesk desk) =>
        PartnersCounted.In(First, desk.Store.Uploads().Value, desk.Store.NilReturns().Value, desk.Counted);

    private static StatusReport.PartnerPart Duty(ReleaseDesk desk, string partner) =>
        PartnerDuties.Of(desk.Installation, desk.Store).Succeeded(out var parts, out var failure) ? parts.Single(p => p.Partner == partner) : throw new InvalidOperationException(failure.Code);

    private static async Task TakeAsync(ReleaseDesk desk, string partner, string[] rows)
    {
        using var source = new MemoryStream(AgencyFile.Text(rows));
        Assert.True((await desk.Door.TakeAsync(partner, source, CancellationToken.None)).Succeeded(out var answer, out var failure) && answer.IsAccepted, failure?.Code);
    }
}
