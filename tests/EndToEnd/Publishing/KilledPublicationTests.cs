using EndToEnd.Support;
using Host.Composition;
using Host.Publishing;
using Host.Verifying;
using Xunit;

namespace EndToEnd.Publishing;

/// <summary>The real program, ended by SIGKILL at each named step of a publication, then started again.</summary>
[Trait("culture", "first")]
public sealed class KilledPublicationTests(ApprovedQuarter quarter)
{
    private const int Killed = ReportingProcess.Killed;

    public static TheoryData<string> Steps => new(Enum.GetNames<PublishStep>());

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task KilledAtAStep_TheNextRunCarriesOn_AndPublishesOnce(string step)
    {
        using var site = quarter.Copy();
        var killed = site.Process("publisher").KilledAt(step);
        Assert.Equal(Killed, await killed.RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Equal(Appears(step), Directory.Exists(Path.Combine(site.Published, SampleQuarter.Period)));

        var again = site.Process("publisher");
        Assert.Equal(step == nameof(PublishStep.Completed) ? 6 : 0, await again.RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Equal([SampleQuarter.Period], Directory.EnumerateFileSystemEntries(site.Published).Select(Path.GetFileName));
        Assert.All(FolderVerifier.Verify(Path.Combine(site.Published, SampleQuarter.Period), site.Keys()), r => Assert.True(r.Holds ?? r.Check is "VerifyDrawn" or "VerifyProven", $"{r.Check} {r.Subject}"));
        var ledger = Installation.Open(site.Settings, site.Keys(), TimeProvider.System).Ledger;
        Assert.Single(ledger.All());
        Assert.Null(ledger.FindBreak());
        Assert.Equal(6, await site.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
    }

    [Fact]
    public async Task Killed_TheFilesAreTheSameAsWithoutIt()
    {
        using var whole = quarter.Copy();
        using var broken = quarter.Copy();
        Assert.Equal(0, await whole.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        var killed = broken.Process("publisher").KilledAt(nameof(PublishStep.Sealed));
        Assert.Equal(Killed, await killed.RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Equal(0, await broken.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Equal(FolderBytes.Of(whole.Published), FolderBytes.Of(broken.Published));

        var report = Path.Combine(whole.Folder, "again");
        Assert.Equal(0, await whole.Process().RunAsync("report", "2025-Q1.1", "--out", report));
        Assert.Equal(FolderBytes.Of(Path.Combine(whole.Published, SampleQuarter.Period)), FolderBytes.Of(report));
    }

    // Started and sealed leave nothing that the public could see; a folder appears whole, by its rename.
    private static bool Appears(string step) => step is nameof(PublishStep.Renamed) or nameof(PublishStep.Completed);
}
