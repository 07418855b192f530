using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Composition;
using Host.Outcomes;
using Xunit;

namespace EndToEnd.Publishing;

/// <summary>Exit codes and messages of the workflow, asked of the real program.</summary>
[Trait("culture", "last")]
public sealed class WorkflowTests(ApprovedQuarter quarter)
{
    [Fact]
    public async Task DrafterAsApprover_IsNotPermitted()
    {
        using var site = quarter.Copy();
        Assert.Equal(0, await site.Process("drafter").RunAsync("user", "drafter", "--role", "analyst", "--role", "approver"));
        var process = site.Process("drafter");
        Assert.Equal(5, await process.RunAsync("approve", quarter.DraftId, "--as", "drafter"));
        Assert.Contains("FourEyes", process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApprovedDraft_IsLocked()
    {
        using var site = quarter.Copy();
        Assert.Equal(6, await site.Process().RunAsync("release", SampleQuarter.Period));
        Assert.Equal(6, await site.Process("approver").RunAsync("approve", quarter.DraftId, "--as", "approver"));
    }

    [Fact]
    public async Task Approver_WithoutTheRoleOfPublisher_CannotPublish()
    {
        using var site = quarter.Copy();
        Assert.Equal(5, await site.Process("approver").RunAsync("publish", quarter.DraftId, "--as", "approver"));
        Assert.False(Directory.Exists(site.Published));
    }

    [Fact]
    public async Task ApprovedDraft_IsPublishedAtItsAnnouncedMoment_NotASecondBefore()
    {
        using var site = quarter.Copy();
        var clock = new SiteClock("2025-05-15T06:59:59Z");
        using var desk = site.Open(clock);
        var token = TestContext.Current.CancellationToken;
        var refused = (await desk.Publisher.PublishAsync(quarter.DraftId, "publisher", token)).Failure;
        Assert.Equal(("PublishEarly", ExitCode.Conflict), (refused!.Code, refused.Exit));
        Assert.Null(desk.Installation.Publications.Find("2025-Q1.1"));
        Assert.False(Directory.Exists(site.Published));
        clock.Set("2025-05-15T07:00:00Z");
        Assert.Null((await desk.Publisher.PublishAsync(quarter.DraftId, "publisher", token)).Failure);
    }

    [Theory]
    [InlineData("en", "announced for 2199-02-14T07:00:00Z")]
    [InlineData("tr", "duyurulan yayın zamanı 2199-02-14T07:00:00Z")]
    public async Task PublishedTooEarly_IsToldWhen(string language, string sentence)
    {
        using var site = quarter.Copy();
        var installation = Installation.Open(site.Settings, site.Keys(), TimeProvider.System);
        var row = installation.Drafts.Find(quarter.DraftId)! with { DraftId = "2198-Q4.1-d1", ReleaseId = "2198-Q4.1", Period = "2198-Q4", PublishAt = "2199-02-14T07:00:00Z" };
        Assert.Null(installation.Drafts.Add(row).Failure);
        Assert.Null(installation.Approvals.Add(row, "approver").Failure);
        var process = site.Process("publisher");
        Assert.Equal(6, await process.RunAsync("publish", row.DraftId, "--as", "publisher", "--lang", language));
        Assert.Contains(sentence, process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiscardedDraft_IsNeitherApprovedNorPublished_AndANewOneIsMade()
    {
        using var site = quarter.Copy();
        Assert.Equal(2, await site.Process("approver").RunAsync("discard", quarter.DraftId, "--as", "approver"));
        Assert.Equal(2, await site.Process("approver").RunAsync("discard", quarter.DraftId, "--reason", " ", "--as", "approver"));
        Assert.Equal(3, await site.Process("approver").RunAsync("discard", "2025-Q1.1", "--reason", "test", "--as", "approver"));
        Assert.Equal(5, await site.Process("publisher").RunAsync("discard", quarter.DraftId, "--reason", "test", "--as", "publisher"));
        Assert.Equal(0, await site.Process("drafter").RunAsync("discard", quarter.DraftId, "--reason", "test", "--as", "drafter"));
        foreach (var (user, verb) in new[] { ("second", "approve"), ("publisher", "publish") })
        {
            var process = site.Process(user);
            Assert.Equal(6, await process.RunAsync(verb, quarter.DraftId, "--as", user));
            Assert.Contains("DraftDiscarded", process.Error, StringComparison.Ordinal);
        }

        Assert.Equal(6, await site.Process("drafter").RunAsync("discard", quarter.DraftId, "--reason", "test", "--as", "drafter"));
        var installation = Installation.Open(site.Settings, site.Keys(), TimeProvider.System);
        Assert.Null(installation.Audit.FindBreak());
        using (var connection = installation.Database.Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT actor || ' ' || subject FROM audit WHERE action = 'discard'";
            Assert.Equal($"drafter {quarter.DraftId}", command.ExecuteScalar());
        }

        Assert.Equal(0, await site.Process().RunAsync("release", SampleQuarter.Period));
        Assert.Equal("2025-Q1.1-d2", Assert.Single(installation.Drafts.Open()).DraftId);
        Assert.Equal(0, await site.Process("approver").RunAsync("approve", "2025-Q1.1-d2", "--as", "approver"));
        Assert.Equal(0, await site.Process("second").RunAsync("approve", "2025-Q1.1-d2", "--as", "second"));
        Assert.Equal(0, await site.Process("publisher").RunAsync("publish", "2025-Q1.1-d2", "--as", "publisher"));
        Assert.Equal(6, await site.Process("approver").RunAsync("discard", "2025-Q1.1-d2", "--reason", "test", "--as", "approver"));
    }

    [Fact]
    public async Task Draft_IsShownToClearedEyesOnly_AndTheLookIsRecorded()
    {
        using var site = quarter.Copy();
        var place = Path.Combine(site.Folder, "look");
        Assert.Equal(5, await site.Process().RunAsync("report", quarter.DraftId, "--out", place));
        Assert.Equal(5, await site.Process("publisher").RunAsync("report", quarter.DraftId, "--out", place, "--as", "publisher"));
        Assert.False(Directory.Exists(place));
        Assert.Equal(0, await site.Process("approver").RunAsync("report", quarter.DraftId, "--out", place, "--as", "approver"));
        Assert.Equal([quarter.DraftId + ".zip"], Directory.EnumerateFiles(place).Select(Path.GetFileName));
        using var connection = Installation.Open(site.Settings, site.Keys(), TimeProvider.System).Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM audit WHERE actor = 'approver' AND action = 'draft-look'";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    [Fact]
    public async Task RecordsWithdrawnAfterTheApproval_StopThePublication()
    {
        using var site = quarter.Copy();
        Assert.Equal(0, await site.Process().RunAsync("withdraw", "U000001", "--reason", "test"));
        var process = site.Process("publisher");
        Assert.Equal(6, await process.RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Contains("DraftOutdated", process.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.Published, SampleQuarter.Period)));

        // What can never be published does not stand in the way of what can.
        Assert.Equal(0, await site.Process().RunAsync("release", SampleQuarter.Period));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task EveryPrivateFile_IsItsOwnersAlone_AndWhatIsPublishedIsNot()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes the rights of the folder.");
        using var site = quarter.Copy();
        var database = Path.Combine(site.Settings.Store.Private, "workflow.db");
        File.SetUnixFileMode(database, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using var desk = site.Open(TimeProvider.System);
        Assert.Null((await desk.Publisher.PublishAsync(quarter.DraftId, "publisher", TestContext.Current.CancellationToken)).Failure);

        // An open connection, so that the journals are there as well.
        using var connection = desk.Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM audit";
        command.ExecuteScalar();
        var files = Directory.GetFiles(site.Settings.Store.Private, "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.EndsWith(".db-wal", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith(".parquet", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith(".draft", StringComparison.Ordinal));
        Assert.All(files, f => Assert.True(File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), $"{f} {File.GetUnixFileMode(f)}"));
        var plain = Path.Combine(site.Folder, "plain");
        File.WriteAllText(plain, "");
        Assert.Equal(File.GetUnixFileMode(plain), File.GetUnixFileMode(Path.Combine(site.Published, SampleQuarter.Period, "release.json")));
    }

    [Fact]
    public async Task OtherKeys_AreADependency()
    {
        using var site = quarter.Copy();
        File.WriteAllText(Path.Combine(site.Folder, "keys", "keyring.json"), Ingest.Pseudonymise.KeyRing.NewText("other"));
        Assert.Equal(7, await site.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        Assert.Equal(7, await site.Process().RunAsync("status"));
    }

    [Fact]
    public async Task PeriodThatIsNotClosed_IsAConflict_AndAYearWithoutItsQuartersToo()
    {
        using var site = quarter.Copy();
        Assert.Equal(6, await site.Process().RunAsync("release", "2199-Q1"));
        Assert.Equal(6, await site.Process().RunAsync("release", "2025"));
        Assert.Equal(2, await site.Process().RunAsync("release", "2025-Q5"));
    }

    [Fact]
    public async Task WorkbookOrChartThatWasChanged_FailsWhereTheKeyAndTheLedgerAre()
    {
        using var site = quarter.Copy();
        Assert.Equal(0, await site.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        var folder = Path.Combine(site.Published, SampleQuarter.Period);
        var keys = Path.Combine(site.Folder, "keys", "keyring.json");
        Assert.Contains("the same byte for byte", await VerifyAsync(0, "--key-file", keys), StringComparison.Ordinal);
        Assert.Contains("Not compared", await VerifyAsync(0), StringComparison.Ordinal);

        await FailsAsync("bulletin.en.xlsx", ChangedCell);
        await FailsAsync("charts/sectors.tr.svg", bytes => Changed(bytes, bytes.Length / 2));
        await FailsAsync("charts/sectors.en.png", bytes => Changed(bytes, bytes.Length / 2));
        await FailsAsync("tables.json", bytes => [.. bytes, (byte)'\n']);

        async Task FailsAsync(string name, Func<byte[], byte[]> change)
        {
            var path = Path.Combine(folder, name);
            var whole = File.ReadAllBytes(path);
            File.WriteAllBytes(path, change(whole));
            Assert.Contains("sealed figures: " + name, await VerifyAsync(4, "--key-file", keys), StringComparison.Ordinal);
            File.WriteAllBytes(path, whole);
            await VerifyAsync(0, "--key-file", keys);
        }

        async Task<string> VerifyAsync(int exit, params string[] more)
        {
            var process = site.Process();
            Assert.True(exit == await process.RunAsync(["verify", folder, "--lang", "en", .. more]), process.Output + process.Error);
            return process.Output;
        }
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= 1;
        return changed;
    }

    /// <summary>The workbook with one digit of one number of its last sheet replaced.</summary>
    private static byte[] ChangedCell(byte[] workbook)
    {
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var sheet in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToArray())
            {
                using var part = sheet.Open();
                var xml = new StreamReader(part).ReadToEnd();
                var number = Regex.Match(xml, "<(?:x:)?v>([0-8])<", RegexOptions.None, TimeSpan.FromSeconds(5));
                if (!number.Success)
                {
                    continue;
                }

                var at = number.Groups[1].Index;
                part.Position = 0;
                part.Write(Encoding.UTF8.GetBytes(string.Concat(xml.AsSpan(0, at), ((char)(xml[at] + 1)).ToString(), xml.AsSpan(at + 1))));
                break;
            }
        }

        Assert.NotEqual(workbook, memory.ToArray());
        return memory.ToArray();
    }

    [Fact]
    public async Task DamagedFolder_FailsItsVerification()
    {
        using var site = quarter.Copy();
        Assert.Equal(0, await site.Process("publisher").RunAsync("publish", quarter.DraftId, "--as", "publisher"));
        var folder = Path.Combine(site.Published, SampleQuarter.Period);
        var keys = Path.Combine(site.Folder, "keys", "keyring.json");
        Assert.Equal(0, await site.Process().RunAsync("verify", folder));
        Assert.Equal(0, await site.Process().RunAsync("verify", folder, "--key-file", keys));
        var chart = Directory.GetFiles(Path.Combine(folder, "charts"), "sectors.tr.svg").Single();
        File.Move(chart, chart + ".away");
        Assert.Equal(4, await site.Process().RunAsync("verify", folder));
        File.Move(chart + ".away", chart);
        var release = Path.Combine(folder, "release.json");
        var whole = File.ReadAllText(release);
        File.WriteAllText(release, whole.Replace("\"detail\"", "\"detaik\"", StringComparison.Ordinal));
        Assert.Equal(4, await site.Process().RunAsync("verify", folder));
        File.WriteAllText(release, whole);
        var table = Path.Combine(folder, "sectors.csv");
        var lines = File.ReadAllLines(table);
        var at = Array.FindLastIndex(lines, l => l.Contains(",Total,", StringComparison.Ordinal));
        var fields = lines[at].Split(',');
        fields[^2] = "7";
        lines[at] = string.Join(',', fields);
        File.WriteAllText(table, string.Join('\n', lines) + "\n");
        Assert.Equal(4, await site.Process().RunAsync("verify", folder));
        Assert.Equal(4, await site.Process().RunAsync("verify", folder, "--key-file", keys));
        File.Delete(table);
        Assert.Equal(4, await site.Process().RunAsync("verify", folder));
    }
}
