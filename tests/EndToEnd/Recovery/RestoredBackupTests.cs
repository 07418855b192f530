using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Host.Recovery;
using Host.Security;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Recovery;

/// <summary>An older backup is restored over an installation that has published since: no draft until the ledger knows again what readers know.</summary>
[Trait("culture", "first")]
public sealed class RestoredBackupTests(ApprovedQuarter quarter)
{
    private static readonly ReleasePeriod First = ReleasePeriod.OfQuarter(2025, 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OlderBackup_NothingIsDraftedUntilTheLedgerIsRebuilt(bool hasJournal)
    {
        using var site = await RestoredAsync();
        if (!hasJournal)
        {
            Directory.Delete(site.Settings.Store.JournalPath(), recursive: true);
        }

        var status = site.Process();
        Assert.Equal(6, await status.RunAsync("status", "--lang", "en"));
        Assert.Contains("The ledger does not know 2025-Q1.1", status.Output, StringComparison.Ordinal);
        await RefusedAsync(site, "LedgerBehind", "release", "2025-Q1", "--as", "drafter");
        await RefusedAsync(site, "LedgerBehind", "publish", quarter.DraftId, "--as", "publisher");
        await RefusedAsync(site, "LedgerBehind", "omit", "2025-Q1", "--reason", "nothing came", "--as", "approver");
        await RefusedAsync(site, "RoleMissing", "rebuild-ledger", "--as", "drafter");

        var rebuild = site.Process("boss");
        Assert.True(await rebuild.RunAsync("rebuild-ledger", "--as", "boss", "--lang", "en") == 0, rebuild.Error);
        Assert.StartsWith("Entered again: 2025-Q1.1.", rebuild.Output, StringComparison.Ordinal);
        Assert.Equal(0, await site.Process().RunAsync("status"));
        await RefusedAsync(site, "PublishedAlready", "release", "2025-Q1", "--as", "drafter");
        await RefusedAsync(site, "PublishedAlready", "publish", "2025-Q1.1", "--as", "publisher");

        var verify = site.Process();
        Assert.Equal(0, await verify.RunAsync("verify", Path.Combine(site.Published, "2025-Q1"), "--lang", "en", "--key-file", Path.Combine(site.Folder, "keys", "keyring.json")));
        Assert.Contains("the same byte for byte", verify.Output, StringComparison.Ordinal);
        var again = site.Process("boss");
        Assert.Equal(0, await again.RunAsync("rebuild-ledger", "--as", "boss", "--lang", "en"));
        Assert.Equal("The ledger knows everything that was published.\n", again.Output);
        Assert.Null(Open(site).Audit.FindBreak());
    }

    [Fact]
    public async Task FolderThatIsGone_IsNamed_AndNothingIsRebuiltWithoutIt()
    {
        using var site = await RestoredAsync();
        Directory.Delete(Path.Combine(site.Published, "2025-Q1"), recursive: true);
        await RefusedAsync(site, "LedgerBehind", "release", "2025-Q1", "--as", "drafter");
        await RefusedAsync(site, "FolderAbsent", "rebuild-ledger", "--as", "boss");
        Assert.Empty(Open(site).Ledger.All());
    }

    [Theory]
    [InlineData("release.json", "\"mac\": \"", "\"mac\": \"0")]
    [InlineData("sectors.csv", ",Total,", ",Totals,")]
    [InlineData("proof.json", "\"complete\"", "\"complet\"")]
    public async Task FolderThatWasChanged_IsNotTakenForOurs(string file, string from, string to)
    {
        using var site = await RestoredAsync();
        var path = Path.Combine(site.Published, "2025-Q1", file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await RefusedAsync(site, "PublishedForeign", "rebuild-ledger", "--as", "boss");
        Assert.Empty(Open(site).Ledger.All());
    }

    [Fact]
    public async Task FolderThatIsNone_IsNamedToo()
    {
        using var site = await RestoredAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Published, "2025-Q1", "release.json"), "[]", TestContext.Current.CancellationToken);
        await RefusedAsync(site, "PublishedForeign", "release", "2025-Q1", "--as", "drafter");
    }

    [Fact]
    public async Task JournalThatWasChanged_StopsEverything()
    {
        using var site = await RestoredAsync();
        var journal = Path.Combine(site.Settings.Store.JournalPath(), RecoveryJournal.FileName);
        var text = await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(journal, text.Replace("2025-Q1.1", "2025-Q2.1", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await RefusedAsync(site, "JournalBroken", "release", "2025-Q1", "--as", "drafter");
        await RefusedAsync(site, "JournalBroken", "rebuild-ledger", "--as", "boss");
    }

    [Fact]
    public async Task RecordsSentAgain_CountInTheQuarterTheyWerePublishedIn()
    {
        var token = TestContext.Current.CancellationToken;
        using var site = Site.New();
        var clock = new SiteClock("2025-04-10T09:00:00Z");
        using var backup = BackupOf(site, clock);
        int before;
        using (var desk = site.Open(clock))
        {
            await SampleQuarter.TakeInAsync(desk, backwards: false, token);
            clock.Set("2025-05-15T07:00:00Z");
            Assert.True((await desk.Drafter.DraftAsync(First, "drafter", token)).Succeeded(out var draft, out var failure), failure?.Code);
            Assert.Null(desk.Installation.Approvals.Add(draft!.Row, "approver").Failure);
            Assert.Null((await desk.Publisher.PublishAsync(draft.Row.DraftId, "publisher", token)).Failure);
            before = Persons(desk, First);
        }

        Restore(backup, site);
        clock.Set("2025-07-25T09:00:00Z");
        using var restored = site.Open(clock);
        Assert.Null(new LedgerRebuild(restored.Installation).Run("boss", token).Failure);
        await SampleQuarter.TakeInAsync(restored, backwards: false, token);
        Assert.Equal(before, Persons(restored, First));
        Assert.Equal(0, Persons(restored, ReleasePeriod.OfQuarter(2025, 3)));
        Assert.All(restored.Store.Uploads().Value, u => Assert.Empty(restored.Counted.LateIn(u.Receipt)));
    }

    [Fact]
    public async Task UploadDestroyedSince_IsGoneFromTheBackupToo()
    {
        var token = TestContext.Current.CancellationToken;
        using var site = Site.New();
        var clock = new SiteClock("2025-04-10T09:00:00Z");
        using (var desk = site.Open(clock))
        {
            foreach (var number in new[] { "2025/0900", "2025/0901" })
            {
                using var file = new MemoryStream(AgencyFile.Text(AgencyFile.Row(("Dosya No", number))));
                Assert.True((await desk.Door.TakeAsync("GOC", file, token)).Succeeded(out var answer, out _));
                Assert.True(answer.IsAccepted, answer.Text);
            }
        }

        using var backup = site.Copy();
        using (var desk = site.Open(clock))
        {
            var first = desk.Store.Uploads().Value[0].Receipt.Id;
            Assert.True(desk.Store.Withdraw(first, "sent by mistake").Succeeded);
            Assert.True(desk.Store.Destroy(first, "retention").Succeeded);
        }

        Restore(backup, site);
        using (var restored = site.Open(clock))
        {
            Assert.Equal([true, false], restored.Store.Uploads().Value.Select(u => u.DestroyedAt is not null));
            Assert.Equal(1, Persons(restored, First));
        }

        // The folder of upload keys is lost as well: the upload that was not destroyed is named, and not counted as nothing.
        Directory.Delete(site.Settings.Store.UploadKeysPath(), recursive: true);
        var status = site.Process();
        Assert.Equal(7, await status.RunAsync("status", "--lang", "en"));
        Assert.Contains("does not have the keys of U000002", status.Output, StringComparison.Ordinal);
    }

    /// <summary>The approved quarter was published, then the private folder came back as it had been before; published folder and journal stayed.</summary>
    private async Task<Site> RestoredAsync()
    {
        var site = quarter.Copy();
        using (var desk = site.Open(new SiteClock("2025-05-15T07:00:00Z")))
        {
            Assert.Null(desk.Installation.Users.Put("boss", Site.Credential, [Role.Operator], "test", 1000).Failure);
        }

        using var backup = site.Copy();
        Assert.Equal(0, await site.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Restore(backup, site);
        return site;
    }

    private static Site BackupOf(Site site, TimeProvider clock)
    {
        using (var desk = site.Open(clock))
        {
            Assert.Null(desk.Installation.Users.Put("boss", Site.Credential, [Role.Operator], "test", 1000).Failure);
        }

        return site.Copy();
    }

    private static void Restore(Site backup, Site site)
    {
        Directory.Delete(site.Settings.Store.Private, recursive: true);
        Directory.Move(backup.Settings.Store.Private, site.Settings.Store.Private);
    }

    private static Installation Open(Site site) => Installation.Open(site.Settings, site.Keys(), TimeProvider.System);

    private static int Persons(ReleaseDesk desk, ReleasePeriod period)
    {
        Assert.True(desk.Counts.Persons([period], TestContext.Current.CancellationToken).Succeeded(out var persons, out var failure), failure?.Code);
        return persons!.Persons;
    }

    private static async Task RefusedAsync(Site site, string code, params string[] arguments)
    {
        var process = site.Process(arguments[^1]);
        Assert.NotEqual(0, await process.RunAsync([.. arguments, "--format", "json"]));
        Assert.Contains($"\"code\": \"{code}\"", process.Error, StringComparison.Ordinal);
    }
}
