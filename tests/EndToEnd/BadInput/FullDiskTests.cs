using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Host.Verifying;
using Xunit;

namespace EndToEnd.BadInput;

/// <summary>
/// The disk is full while a file is taken in, while a release is sealed, while its folder is written: exit code 7 and a sentence that says so, nothing half
/// written; and with room again the same command comes to its end.
/// </summary>
[Trait("culture", "first")]
public sealed class FullDiskTests(ApprovedQuarter quarter)
{
    // Room for nothing; for opening the databases; for a part of what follows.
    private static readonly int[] Rooms = [0, 40, 56, 72, 88];

    [Fact]
    public async Task FolderDoesNotFit_NothingIsPublic_AndItIsFinishedOnceThereIsRoom()
    {
        using var site = quarter.Copy();
        Directory.CreateDirectory(site.Published);
        var saved = Path.Combine(site.Folder, "saved");
        var lines = await SmallDisk.RunAsync(
            site.Published, 200, Variables(site),
            $"$REPORTING publish {quarter.DraftId} --as publisher --lang en 2>&1; echo exit $?",
            $"echo left $(ls -A '{site.Published}')",
            $"$REPORTING status --lang en | grep 2025-Q1.1",
            $"mount -o remount,size=60m '{site.Published}'",
            $"$REPORTING publish {quarter.DraftId} --as publisher --lang en > /dev/null 2>&1; echo exit $?",
            $"cp -r '{site.Published}' '{saved}'");
        Assert.Contains("error DiskFull: The disk is full", Assert.Single(lines, l => l.StartsWith("error", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["exit 7", "exit 0"], lines.Where(l => l.StartsWith("exit", StringComparison.Ordinal)));
        Assert.Contains("left ", lines.Select(l => l == "left" ? "left " : l));
        Assert.Contains(lines, l => l.Contains("publication begun, not finished", StringComparison.Ordinal));
        Assert.Equal([SampleQuarter.Period], Directory.EnumerateFileSystemEntries(saved).Select(Path.GetFileName));
        Assert.All(FolderVerifier.Verify(Path.Combine(saved, SampleQuarter.Period), site.Keys()), r => Assert.True(r.Holds ?? r.Check is "VerifyDrawn" or "VerifyProven", $"{r.Check} {r.Subject}"));
        Assert.Single(Installation.Open(site.Settings, site.Keys(), TimeProvider.System).Ledger.All());
    }

    [Fact]
    public async Task PrivateStoreIsFull_NothingIsSealed_AndItIsPublishedOnceThereIsRoom()
    {
        using var site = quarter.Copy();
        var (store, whole, after) = (site.Settings.Store.Private, Path.Combine(site.Folder, "whole"), Path.Combine(site.Folder, "after"));
        Directory.Move(store, whole);
        Directory.CreateDirectory(store);
        var lines = await SmallDisk.RunAsync(
            store, 20_000, Variables(site),
            [
                $"cp -r '{whole}/.' '{store}'",
                .. Rooms.SelectMany(room => Full(store, room).Concat(
                [
                    $"$REPORTING publish {quarter.DraftId} --as publisher --lang tr 2>&1 | grep hata; ls -A '{site.Published}' 2> /dev/null | sed 's/^/public /'",
                ])),
                $"rm '{store}/filler'",
                $"$REPORTING publish {quarter.DraftId} --as publisher > /dev/null 2>&1; echo exit $?",
                $"cp -r '{store}' '{after}'",
            ]);
        Assert.Equal(Rooms.Length, lines.Count(l => l.StartsWith("hata DiskFull: Disk dolu", StringComparison.Ordinal)));
        Assert.Contains("exit 0", lines);
        Assert.DoesNotContain(lines, l => l.StartsWith("public", StringComparison.Ordinal));
        Assert.Equal([SampleQuarter.Period], Directory.EnumerateFileSystemEntries(site.Published).Select(Path.GetFileName));
        Directory.Delete(store);
        Directory.Move(after, store);
        var ledger = Installation.Open(site.Settings, site.Keys(), TimeProvider.System).Ledger;
        Assert.Single(ledger.All());
        Assert.Null(ledger.FindBreak());
    }

    [Fact]
    public async Task Intake_KeepsNothing_AndTakesTheFileOnceThereIsRoom()
    {
        using var site = Site.New();
        site.Open(new SiteClock("2025-04-10T09:00:00Z")).Dispose();
        var (store, whole, file) = (site.Settings.Store.Private, Path.Combine(site.Folder, "whole"), Path.Combine(site.Folder, "export.csv"));
        await File.WriteAllBytesAsync(file, AgencyFile.Text(AgencyFile.Rows(200)), TestContext.Current.CancellationToken);
        Directory.Move(store, whole);
        Directory.CreateDirectory(store);
        var cases = Path.Combine(store, "cases", "cases");
        var lines = await SmallDisk.RunAsync(
            store, 20_000, Variables(site),
            [
                $"cp -r '{whole}/.' '{store}'",
                .. Rooms.SelectMany(room => Full(store, room).Concat(
                [
                    $"$REPORTING ingest '{file}' --partner GOC --lang en 2>&1 | grep error; ls -A '{cases}' | sed 's/^/kept /'",
                ])),
                $"rm '{store}/filler'",
                $"$REPORTING ingest '{file}' --partner GOC --lang en 2>&1; echo exit $?",
                $"ls -A '{cases}' | sed 's/^/now /'",
            ]);
        Assert.Equal(Rooms.Length, lines.Count(l => l.StartsWith("error ", StringComparison.Ordinal) && l.Contains("The disk is full", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.StartsWith("kept", StringComparison.Ordinal));
        Assert.Contains("exit 0", lines);
        Assert.EndsWith(".parquet", Assert.Single(lines, l => l.StartsWith("now", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    // The disk is full but for so many KiB.
    private static string[] Full(string store, int room) =>
    [
        $"cat /dev/zero > '{store}/filler' 2> /dev/null",
        $"truncate -s -{room}K '{store}/filler'",
    ];

    private static Dictionary<string, string> Variables(Site site) =>
        new(StringComparer.Ordinal) { ["REPORTING_CONFIG"] = site.SettingsFile, ["REPORTING_CREDENTIAL"] = Site.Credential };
}
