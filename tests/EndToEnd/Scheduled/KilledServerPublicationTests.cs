using EndToEnd.Portal;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Host.Publishing;
using Host.Verifying;
using Xunit;

namespace EndToEnd.Scheduled;

/// <summary>
/// The real server, ended by SIGKILL at each named step of a publication one after the other, and started again each time: in the end there is one publication,
/// whole. REPORTING_ROUNDS asks for more rounds.
/// </summary>
[Trait("culture", "first")]
public sealed class KilledServerPublicationTests(ApprovedQuarter quarter)
{
    [Fact]
    public async Task KilledAtEachStep_TheSchedulePublishesOnce()
    {
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            using var site = quarter.Copy();
            foreach (var step in Enum.GetValues<PublishStep>())
            {
                await ServerProcess.DiesAtAsync(site, $"{step}");
                var installation = Open(site);
                Assert.Equal(step >= PublishStep.Sealed ? 1 : 0, installation.Ledger.All().Count);
                Assert.Equal(step >= PublishStep.Renamed, Directory.Exists(Path.Combine(site.Published, SampleQuarter.Period)));
                Assert.Equal(step == PublishStep.Completed, Assert.Single(installation.Publications.All()).CompletedAt is not null);
            }

            await ServerProcess.ServesAsync(site.Process(), async _ =>
            {
                for (var i = 0; i < 600 && !IsFinished(site); i++)
                {
                    await Task.Delay(100, TestContext.Current.CancellationToken);
                }
            });
            Assert.True(IsFinished(site));
            AssertPublishedOnce(site);
        }
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

    private static bool IsFinished(Site site) => Open(site).Slots.All().Any(s => s.Kind == "publish" && s.FinishedAt is not null);

    private static Installation Open(Site site) => Installation.Open(site.Settings, site.Keys(), TimeProvider.System);
}
