using EndToEnd.Support;
using Host.Composition;
using Host.Verifying;
using Xunit;

namespace EndToEnd.Publishing;

/// <summary>Two publishers at the same moment, and one that finds another at work.</summary>
[Trait("culture", "first")]
public sealed class TwoPublishersTests(ApprovedQuarter quarter)
{
    [Fact]
    public async Task TwoAtOnce_OneGetsIt_TheOtherIsToldSo()
    {
        using var site = quarter.Copy();
        ReportingProcess[] publishers = [site.Process("publisher"), site.Process("publisher")];
        var codes = await Task.WhenAll(publishers.Select(p => p.RunAsync("publish", quarter.DraftId, "--as", "publisher", "--lang", "en")));
        Assert.Equal([0, 6], codes.Order());
        Assert.Contains("is published already", publishers[Array.IndexOf(codes, 6)].Error, StringComparison.Ordinal);
        Assert.Equal([SampleQuarter.Period], Directory.EnumerateFileSystemEntries(site.Published).Select(Path.GetFileName));
        Assert.All(FolderVerifier.Verify(Path.Combine(site.Published, SampleQuarter.Period), site.Keys()), r => Assert.True(r.Holds ?? r.Check is "VerifyDrawn" or "VerifyProven", $"{r.Check} {r.Subject}"));
        var installation = Installation.Open(site.Settings, site.Keys(), TimeProvider.System);
        Assert.Single(installation.Ledger.All());
        Assert.Null(installation.Audit.FindBreak());
    }

    [Fact]
    public async Task LockHeldByAnother_IsInterruptibleWhileItWaits()
    {
        using var site = quarter.Copy();
        var before = SiteState.Of(site);
        await using (new FileStream(Path.Combine(site.Settings.Store.Private, "publish.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var waiting = site.Process("publisher");
            var code = await waiting.RunAsync(
                async process =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(3));
                    using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                    await kill.WaitForExitAsync();
                },
                "publish", quarter.DraftId, "--as", "publisher");
            Assert.Equal(130, code);
        }

        Assert.Equal(before, SiteState.Of(site));
    }
}
