using EndToEnd.Portal;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Host.Drafting;
using Host.Jobs;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Scheduled;

/// <summary>
/// The real server, ended by SIGKILL at each named step of a draft, and started again each time: in the end there is one draft, the one that would have been made
/// without it. In the first round the steps follow one another on one site; REPORTING_ROUNDS asks for more, with a site for each kill.
/// </summary>
[Trait("culture", "first")]
public sealed class KilledServerDraftTests(ApprovedQuarter quarter)
{
    private const string Slot = $"{SlotKind.Draft}/{SampleQuarter.Period}";
    private const string Place = $"/en/desk/quarters/{SampleQuarter.Period}";

    [Fact]
    public Task KilledAtEachStep_TheScheduleMakesTheDraftOnce() => EveryRoundAsync(
        "draft of the schedule",
        prepare: _ => { },
        (site, step) => ServerProcess.DiesAtAsync(site, $"Draft{step}"),
        site => ServerProcess.ServesAsync(site.Process(), _ => UntilAsync(() => Open(site).Slots.Find(Slot)?.FinishedAt is not null)));

    [Fact]
    public Task KilledAtEachStepOfAnAnalystsRequest_TheRequestMadeAgainMakesTheDraftOnce() => EveryRoundAsync(
        "draft asked for",
        prepare: site =>
        {
            // The schedule had its turn, so only a person drafts.
            Open(site).Slots.Require(SlotKind.Draft, SampleQuarter.Period, DateTimeOffset.UnixEpoch);
            Open(site).Slots.End(Slot, "NothingSafe", finished: true);
        },
        (site, step) => ServerProcess.DiesAtAsync(site, $"Draft{step}", async client =>
        {
            using var analyst = await DeskUser.SignInAsync(client.BaseAddress!, Open(site), "drafter", Site.Credential);
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => analyst.PostToAsync(Place, $"{Place}?handler=Draft"));
        }),
        site => ServerProcess.ServesAsync(site.Process(), async client =>
        {
            using var analyst = await DeskUser.SignInAsync(client.BaseAddress!, Open(site), "drafter", Site.Credential);
            if (Open(site).Drafts.Open().Count == 0)
            {
                using var made = await analyst.PostToAsync(Place, $"{Place}?handler=Draft");
            }

            Assert.Contains($"{SampleQuarter.Period}.1-d1", await analyst.ReadAsync($"{Place}/draft"), StringComparison.Ordinal);
        }));

    private async Task EveryRoundAsync(string what, Action<Site> prepare, Func<Site, DraftStep, Task> kill, Func<Site, Task> finish)
    {
        var steps = Enum.GetValues<DraftStep>();
        await RoundAsync(steps);
        for (var round = 1; round < LongRun.Rounds; round++)
        {
            foreach (var step in steps)
            {
                await RoundAsync([step]);
            }
        }

        async Task RoundAsync(DraftStep[] killedAt)
        {
            using var site = quarter.CopyUndrafted();
            prepare(site);
            foreach (var step in killedAt)
            {
                await kill(site, step);
                AssertDrafts(site, step == DraftStep.Recorded ? 1 : 0);
            }

            await finish(site);
            AssertDrafts(site, 1);
            LongRun.Survived(what, killedAt.Cast<object>());
        }
    }

    private void AssertDrafts(Site site, int count)
    {
        var installation = Open(site);
        using (var connection = installation.Database.Connect())
        using (var drafts = connection.CreateCommand())
        {
            drafts.CommandText = "SELECT count(*) || ' ' || (SELECT count(*) FROM audit WHERE action = 'draft') FROM drafts";
            Assert.Equal($"{count} {count}", drafts.ExecuteScalar());
        }

        Assert.Empty(installation.Ledger.All());
        Assert.Null(installation.Audit.FindBreak());
        if (count == 0)
        {
            return;
        }

        var row = Assert.Single(installation.Drafts.Open());
        Assert.Equal(quarter.DraftId, row.DraftId);
        Assert.True(StoredDraft.Read(row, installation).Succeeded(out var document, out var failure), failure?.Code);
        Assert.Equal(SampleQuarter.Period, ReleaseSerializer.Read(document!.Content).Header.Period.ToString());
        Assert.Equal(quarter.ContentMac, row.ContentMac);
        Assert.Single(Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "drafts")));
    }

    private static Installation Open(Site site) => Installation.Open(site.Settings, site.Keys(), TimeProvider.System);

    private static async Task UntilAsync(Func<bool> isThere)
    {
        for (var i = 0; i < 600 && !isThere(); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(isThere());
    }
}
