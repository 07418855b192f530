using System.Net;
using EndToEnd.Portal;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Host.Jobs;
using Host.Publishing;
using Host.Security;
using Host.Verifying;
using Xunit;

namespace EndToEnd.Scheduled;

/// <summary>
/// The real server, ended by SIGKILL at each named step of a publication, and started again each time: in the end there is one publication, whole. In the first
/// round the steps follow one another on one site; REPORTING_ROUNDS asks for more, with a site for each kill.
/// </summary>
[Trait("culture", "first")]
public sealed class KilledServerPublicationTests(ApprovedQuarter quarter)
{
    private const string Slot = $"{SlotKind.Publish}/{SampleQuarter.Period}.1";
    private const string OfTheSchedule = "publication of the schedule";
    private const string AskedFor = "publication asked for";
    private const string Place = $"/en/desk/quarters/{SampleQuarter.Period}/publication";

    [Fact]
    public async Task KilledAtEachStep_TheSchedulePublishesOnce()
    {
        using (var site = quarter.Copy())
        {
            foreach (var step in Enum.GetValues<PublishStep>())
            {
                await ServerProcess.DiesAtAsync(site, $"{step}");
                AssertReached(site, step);
            }

            await FinishAsync(site, UserTable.Schedule);
            LongRun.Survived(OfTheSchedule, Enum.GetValues<PublishStep>().Cast<object>());
        }

        await EachAloneAsync(OfTheSchedule, async (site, step) =>
        {
            await ServerProcess.DiesAtAsync(site, $"{step}");
            AssertReached(site, step);
            await FinishAsync(site, UserTable.Schedule);
        });
    }

    [Fact]
    public async Task KilledAtEachStepOfAPublishersRequest_ThePublicationIsFinishedOnceInTheirName()
    {
        using (var site = quarter.Copy())
        {
            await RequestDiesAtAsync(site, PublishStep.Started);
            foreach (var step in Enum.GetValues<PublishStep>().Where(s => s > PublishStep.Started))
            {
                await ServerProcess.DiesAtAsync(site, $"{step}");
                AssertReached(site, step);
            }

            await FinishAsync(site, "publisher");
            LongRun.Survived(AskedFor, Enum.GetValues<PublishStep>().Cast<object>());
        }

        await EachAloneAsync(AskedFor, async (site, step) =>
        {
            await RequestDiesAtAsync(site, step);
            await FinishAsync(site, "publisher");
        });
    }

    private async Task EachAloneAsync(string what, Func<Site, PublishStep, Task> kill)
    {
        for (var round = 1; round < LongRun.Rounds; round++)
        {
            foreach (var step in Enum.GetValues<PublishStep>())
            {
                using var site = quarter.Copy();
                await kill(site, step);
                LongRun.Survived(what, step);
            }
        }
    }

    /// <summary>A publisher presses the button while the schedule waits after faults, and the server dies at a step.</summary>
    private async Task RequestDiesAtAsync(Site site, PublishStep step)
    {
        Open(site).Slots.Require(SlotKind.Publish, $"{SampleQuarter.Period}.1", DateTimeOffset.UnixEpoch);
        for (var i = 0; i < 10; i++)
        {
            Open(site).Slots.Begin(Slot);
            Open(site).Slots.End(Slot, "StoreBusy", finished: false);
        }

        await ServerProcess.DiesAtAsync(site, $"{step}", async client =>
        {
            using var publisher = await DeskUser.SignInAsync(client.BaseAddress!, Open(site), "publisher", Site.Credential);
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => publisher.PostToAsync(Place, $"{Place}?handler=Publish", ("draft", quarter.DraftId)));
        });
        AssertReached(site, step);
    }

    /// <summary>Starts the server again: it finishes what was begun, in whose name it was begun, and a publisher who asks again is told that it is done.</summary>
    private async Task FinishAsync(Site site, string by)
    {
        await ServerProcess.ServesAsync(site.Process(), async client =>
        {
            for (var i = 0; i < 600 && !IsFinished(site, by); i++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            Assert.True(IsFinished(site, by));
            using var page = await client.GetAsync(new Uri($"/en/releases/{SampleQuarter.Period}.1", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            if (by != UserTable.Schedule)
            {
                using var publisher = await DeskUser.SignInAsync(client.BaseAddress!, Open(site), by, Site.Credential);
                using var again = await publisher.PostToAsync("/en/desk", $"{Place}?handler=Publish", ("draft", quarter.DraftId));
                Assert.Contains("published already", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        });
        Assert.Equal(by, Assert.Single(Open(site).Publications.All()).Publisher);
        AssertPublishedOnce(site);
    }

    // The slot of a publication that a person finished finds that out when its own wait is over.
    private static bool IsFinished(Site site, string by) =>
        Open(site).Publications.All().All(p => p.CompletedAt is not null) && (by != UserTable.Schedule || Open(site).Slots.Find(Slot)?.FinishedAt is not null);

    private static void AssertReached(Site site, PublishStep step)
    {
        var installation = Open(site);
        Assert.Equal(step >= PublishStep.Sealed ? 1 : 0, installation.Ledger.All().Count);
        Assert.Equal(step >= PublishStep.Renamed, Directory.Exists(Path.Combine(site.Published, SampleQuarter.Period)));
        Assert.Equal(step == PublishStep.Completed, Assert.Single(installation.Publications.All()).CompletedAt is not null);
    }

    private void AssertPublishedOnce(Site site)
    {
        var installation = Open(site);
        Assert.Equal(quarter.DraftId, Assert.Single(installation.Publications.All()).DraftId);
        Assert.Single(installation.Ledger.All());
        Assert.Null(installation.Ledger.FindBreak());
        Assert.Null(installation.Audit.FindBreak());
        Assert.Equal([SampleQuarter.Period], Directory.EnumerateFileSystemEntries(site.Published).Select(Path.GetFileName));
        Assert.All(
            FolderVerifier.Verify(Path.Combine(site.Published, SampleQuarter.Period), site.Keys()),
            r => Assert.True(r.Holds ?? r.Check is "VerifyDrawn" or "VerifyProven", $"{r.Check} {r.Subject}"));
    }

    private static Installation Open(Site site) => Installation.Open(site.Settings, site.Keys(), TimeProvider.System);
}
