using System.Text.Json;
using EndToEnd.Support;
using Host.Composition;
using Host.Configuration;
using Host.Doors;
using Host.Drafting;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Duties;

/// <summary>Who owes what, from which quarter on, and what becomes of a quarter for which nobody has sent anything.</summary>
public sealed class PartnerDutiesTests
{
    [Fact]
    public async Task Quarter_IsOwedFromItsEnd_OverdueFromTheDayAfterItsCutOff_UntilItsRecordsAreIn()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-03-31T09:00:00Z");
        using var desk = site.Open(clock);
        Assert.All(Duties(desk), p => Assert.Empty(p.Owes));

        clock.Set("2025-04-10T09:00:00Z");
        Assert.All(Duties(desk), p => Assert.Equal(["2025-Q1"], p.Owes));
        Assert.All(Duties(desk), p => Assert.Empty(p.Overdue));
        await TakeAsync(desk, "GOC");
        Assert.Equal(["HAT", "KOL", "SIG", "STK", "UOK"], Duties(desk).Where(p => p.Owes.Count > 0).Select(p => p.Partner));

        // The cut-off day ends at midnight in Istanbul.
        clock.Set("2025-04-20T20:59:59Z");
        Assert.All(Duties(desk), p => Assert.Empty(p.Overdue));
        clock.Set("2025-04-20T21:00:00Z");
        Assert.Equal(["HAT", "KOL", "SIG", "STK", "UOK"], Duties(desk).Where(p => p.Overdue.SequenceEqual(["2025-Q1"])).Select(p => p.Partner));
        Assert.True(desk.Store.Withdraw(desk.Store.Uploads().Value[0].Receipt.Id, "test").Succeeded);
        Assert.Equal(6, Duties(desk).Count(p => p.Overdue.Count == 1));
    }

    [Theory]
    [InlineData("2025-04-20T20:00:00Z", "2025-Q1")]
    [InlineData("2025-04-20T21:00:00Z", "2025-Q2")]
    [InlineData("2025-06-30T09:00:00Z", "2025-Q2")]
    public async Task FirstQuarter_IsTheEarliestThatWasStillOpen(string firstUpload, string quarter)
    {
        using var site = Site.New();
        site.Open(new SiteClock(firstUpload)).Dispose();
        var settings = site.Settings with { Calendar = new CalendarSettings() };
        Assert.True(ReleaseDesk.Open(Installation.Open(settings, site.Keys(), new SiteClock(firstUpload))).Succeeded(out var desk, out _));
        using (desk)
        {
            Assert.Null(FirstQuarter.Of(desk.Installation, desk.Store));
            await TakeAsync(desk, "GOC");
            Assert.Equal(quarter, FirstQuarter.Of(desk.Installation, desk.Store)?.ToString());
        }
    }

    [Fact]
    public async Task QuarterInWhichNoRecordCounts_IsNotDraftedAsZeros()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-22T09:00:00Z");
        using var desk = site.Open(clock);

        // Two days late: these records count in the second quarter.
        await TakeAsync(desk, "GOC");
        var outcome = await desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 1), "drafter", CancellationToken.None);
        Assert.Equal("NothingReceived", outcome.Failure?.Code);
        Assert.Empty(desk.Installation.Drafts.Open());

        clock.Set("2025-07-22T09:00:00Z");
        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 2), "drafter", CancellationToken.None)).Succeeded(out var draft, out var failure), failure?.Code);
        Assert.Equal(1, draft.Release.Content.Header.PartnersIncluded);
    }

    [Fact]
    public async Task Year_WaitsForEachOfItsQuarters_AlsoForOneThatNobodyReported()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-22T09:00:00Z");
        using var desk = site.Open(clock);
        await TakeAsync(desk, "GOC");

        clock.Set("2026-02-20T09:00:00Z");
        var year = await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", CancellationToken.None);
        Assert.Equal("QuarterFirst", year.Failure?.Code);
        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 2), "drafter", CancellationToken.None)).Succeeded(out _, out var failure), failure?.Code);
        year = await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", CancellationToken.None);
        Assert.Equal("QuarterFirst", year.Failure?.Code);
    }

    [Fact]
    public async Task Year_IsDraftedWithoutAnOmittedQuarter_WhichStaysWithoutADraft()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-22T09:00:00Z");
        using var desk = site.Open(clock);
        await TakeAsync(desk, "GOC");

        clock.Set("2026-02-20T09:00:00Z");
        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 2), "drafter", CancellationToken.None)).Succeeded(out _, out var failure), failure?.Code);
        foreach (var quarter in new[] { 1, 3, 4 })
        {
            Assert.Equal("QuarterFirst", (await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", CancellationToken.None)).Failure?.Code);
            Assert.Null(desk.Installation.Omissions.Add(ReleasePeriod.OfQuarter(2025, quarter), "nothing safe", "approver").Failure);
        }

        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", CancellationToken.None)).Succeeded(out var year, out failure), failure?.Code);
        Assert.NotEmpty(year.Release.Content.Tables);
        Assert.Equal("QuarterOmitted", (await desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 3), "drafter", CancellationToken.None)).Failure?.Code);
        Assert.Equal("QuarterOmitted", desk.Installation.Omissions.Add(ReleasePeriod.OfQuarter(2025, 3), "again", "second").Failure?.Code);
        Assert.True(StatusReport.Of(desk.Installation, desk.Store).Succeeded(out var report, out _));
        Assert.Equal(["2025-Q1", "2025-Q3", "2025-Q4"], report.Omitted.Where(o => o.OmittedBy == "approver").Select(o => o.Period));
        using var status = JsonDocument.Parse(await SaidAsync(site, "status", "--format", "json"));
        Assert.Equal(3, status.RootElement.GetProperty("omitted").GetArrayLength());
        Assert.Contains("2025-Q3: omitted by approver", await SaidAsync(site, "status", "--lang", "en"), StringComparison.Ordinal);
        Assert.Null(desk.Installation.Audit.FindBreak());
    }

    [Fact]
    public async Task Receipt_SaysHowManyRecordsCameTooLateForTheirQuarter_AndWhereTheyCount()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-20T20:59:59Z");
        using var desk = site.Open(clock);
        var inTime = await AnswerAsync(desk, "KOL", AgencyFile.Rows(12));
        Assert.Empty(Later(inTime));
        Assert.DoesNotContain("closed", inTime.Text, StringComparison.Ordinal);

        // One of the records is of the open quarter and is not late.
        clock.Set("2025-04-20T21:00:00Z");
        var late = await AnswerAsync(desk, "GOC", [.. AgencyFile.Rows(3), AgencyFile.Row(("Dosya No", "2025/0900"), ("Kayıt Tarihi", "10.04.2025"), ("Adı Soyadı", "(test) Başka Biri"))]);
        Assert.Equal(["2025-Q1 3 2025-Q2 False"], Later(late));
        Assert.Contains("2025-Q1 is closed: these 3 records count in the quarter they came in, 2025-Q2", late.Text, StringComparison.Ordinal);
        Assert.Contains("2025-Q1 kapanmıştı: bu 3 kayıt geldiği çeyrekte, 2025-Q2 içinde sayılır", late.Text, StringComparison.Ordinal);

        // The same bytes later give the first receipt, which was in time.
        Assert.Empty(Later(await AnswerAsync(desk, "KOL", AgencyFile.Rows(12))));

        // The partner counts among those of the quarter its records count in, beside no other.
        Assert.Equal(1, PartnersCounted.In(ReleasePeriod.OfQuarter(2025, 2), desk.Store.Uploads().Value, [], desk.Counted));
    }

    private static string[] Later(DoorAnswer answer)
    {
        using var receipt = JsonDocument.Parse(answer.Json);
        return
        [
            .. receipt.RootElement.GetProperty("countedLater").EnumerateArray()
                .Select(l => $"{l.GetProperty("quarter").GetString()} {l.GetProperty("rows").GetInt32()} {l.GetProperty("countedIn").GetString()} {l.GetProperty("isAtMost").GetBoolean()}"),
        ];
    }

    private static async Task<DoorAnswer> AnswerAsync(ReleaseDesk desk, string partner, string[] rows)
    {
        using var source = new MemoryStream(AgencyFile.Text(rows));
        return (await desk.Door.TakeAsync(partner, source, CancellationToken.None)).Succeeded(out var answer, out var failure) && answer.IsAccepted
            ? answer
            : throw new InvalidOperationException(failure?.Code ?? "rejected");
    }

    private static async Task<string> SaidAsync(Site site, params string[] line)
    {
        var process = site.Process();
        Assert.True(await process.RunAsync(line) == 0, process.Error);
        return process.Output;
    }

    private static IReadOnlyList<StatusReport.PartnerPart> Duties(ReleaseDesk desk) =>
        PartnerDuties.Of(desk.Installation, desk.Store).Succeeded(out var parts, out var failure) ? parts : throw new InvalidOperationException(failure.Code);

    private static async Task TakeAsync(ReleaseDesk desk, string partner)
    {
        using var source = new MemoryStream(AgencyFile.Text(AgencyFile.Rows(12)));
        Assert.True((await desk.Door.TakeAsync(partner, source, CancellationToken.None)).Succeeded(out var answer, out var failure) && answer.IsAccepted, failure?.Code);
    }
}
