using System.IO.Compression;
using System.Text;
using EndToEnd.Support;
using Host.Composition;
using Host.Jobs;
using Host.Verifying;
using Xunit;

namespace EndToEnd.Scheduled;

/// <summary>A whole quarter by a clock that the test sets, with the real job server: from files dropped into folders to the published release.</summary>
public sealed class WholeQuarterTests
{
    [Fact]
    public void FilesDropped_DraftOnItsDate_ApprovedByTwo_PublishedAtItsMinute()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-10T06:00:00Z");
        using var desk = site.Open(clock);
        var (server, ticker) = WorkServer.New(desk, TimeSpan.FromSeconds(1), ticksItself: false);
        using (server)
        {
            var names = Drop(site);
            void At(string now)
            {
                clock.Set(now);
                Drain(server, ticker);
            }

            At("2025-04-10T06:00:00Z");
            Assert.All(SampleQuarter.Files, f => Answered(site, f.Partner, "accepted"));
            Assert.Equal(6, desk.Store.Uploads().Value.Count);

            // Nothing is drafted before its minute, and the program was down for two days after it: the missed run is made up.
            At("2025-04-20T22:59:00Z");
            Assert.Empty(desk.Installation.Drafts.Open());
            At("2025-04-23T06:00:00Z");
            var draft = Assert.Single(desk.Installation.Drafts.Open());
            Assert.Equal("schedule", draft.DraftedBy);
            Assert.Equal("2025-04-20T23:00:00Z", Slot(desk, "draft/2025-Q1").DueAt);
            Assert.Equal("Done", Slot(desk, "draft/2025-Q1").Outcome);

            Assert.Null(desk.Installation.Approvals.Add(draft, "approver").Failure);
            At("2025-05-15T07:00:00Z");
            Assert.Equal("TwoPersons", Slot(desk, "publish/2025-Q1.1").Outcome);
            Assert.Null(Slot(desk, "publish/2025-Q1.1").FinishedAt);
            Assert.False(Directory.Exists(site.Published));

            Assert.Null(desk.Installation.Approvals.Add(draft, "second").Failure);
            At("2025-05-15T07:01:00Z");
            Assert.Equal("Done", Slot(desk, "publish/2025-Q1.1").Outcome);
            Assert.All(FolderVerifier.Verify(Path.Combine(site.Published, "2025-Q1"), site.Keys()), r => Assert.True(r.Holds ?? r.Check is "VerifyDrawn" or "VerifyProven", $"{r.Check} {r.Subject}"));

            // A job store that forgot everything changes nothing: what is done is done once.
            var before = FolderBytes.Of(site.Published);
            At("2025-05-15T07:02:00Z");
            Assert.Equal(before, FolderBytes.Of(site.Published));
            Assert.Single(desk.Installation.Ledger.All());

            Assert.NotEmpty(names);
            Assert.Empty(Leaks(site, server, names));
        }
    }

    [Fact]
    public void FaultyFile_IsAnsweredInRejected_AndWaitsEncrypted()
    {
        using var site = Site.New();
        var clock = new SiteClock("2025-04-10T06:00:00Z");
        using var desk = site.Open(clock);
        var (server, ticker) = WorkServer.New(desk, TimeSpan.FromSeconds(1), ticksItself: false);
        using (server)
        {
            var folder = Directory.CreateDirectory(Path.Combine(site.Incoming, "GOC")).FullName;
            File.Copy(Path.Combine(Site.Samples, "identifiers", "agency-with-identifiers.csv"), Path.Combine(folder, "march.csv"));
            File.Copy(Path.Combine(Site.Samples, "faulty", "agency-with-mistakes.csv"), Path.Combine(folder, "not-ready.csv"));
            File.WriteAllText(Path.Combine(folder, "march.csv.ready"), "");
            Drain(server, ticker);

            Assert.True(File.Exists(Path.Combine(folder, "not-ready.csv")));
            Assert.False(File.Exists(Path.Combine(folder, "march.csv")));
            Answered(site, "GOC", "rejected");
            var waiting = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "rejected"), "*.sealed"));
            Assert.DoesNotContain("1000000014", Encoding.Latin1.GetString(File.ReadAllBytes(waiting)), StringComparison.Ordinal);
            Assert.Empty(desk.Store.Uploads().Value);

            clock.Set("2025-05-01T02:00:00Z");
            Drain(server, ticker);
            Assert.False(File.Exists(waiting));
            Assert.Equal("Done", Slot(desk, "reconcile/2025-05-01").Outcome);
        }
    }

    private static Host.Workflow.SlotRow Slot(ReleaseDesk desk, string id) => desk.Installation.Slots.Find(id) ?? throw new InvalidOperationException($"No slot {id}.");

    private static void Answered(Site site, string partner, string where)
    {
        var reports = Directory.EnumerateFiles(Path.Combine(site.Incoming, partner, where)).Select(f => Path.GetFileName(f)).ToArray();
        Assert.Single(reports, r => r.EndsWith(".report.json", StringComparison.Ordinal));
        Assert.Single(reports, r => r.EndsWith(".report.txt", StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(site.Incoming, partner)), f => f.EndsWith(".ready", StringComparison.Ordinal));
    }

    private static void Drain(JobServer server, Ticker ticker)
    {
        ticker.Tick();
        var api = server.Storage.GetMonitoringApi();
        for (var quiet = 0; quiet < 3;)
        {
            Thread.Sleep(100);
            quiet = api.EnqueuedCount("default") + api.ProcessingCount() == 0 ? quiet + 1 : 0;
        }
    }

    /// <summary>Puts every file of the quarter into its partner's folder, and returns the names of the persons in one of them.</summary>
    private static string[] Drop(Site site)
    {
        foreach (var (partner, path) in SampleQuarter.Files)
        {
            var folder = Directory.CreateDirectory(Path.Combine(site.Incoming, partner)).FullName;
            var target = Path.Combine(folder, "AYŞE canary" + Path.GetExtension(path));
            File.Copy(path, target);
            File.WriteAllText(target + ".ready", "");
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var lines = File.ReadAllLines(Path.Combine(Site.Samples, "goc", "2025-Q1.csv"), Encoding.GetEncoding(1254));
        var header = Array.FindIndex(lines, l => l.Contains("Adı Soyadı", StringComparison.Ordinal));
        var column = Array.IndexOf(lines[header].Split(';'), "Adı Soyadı");
        return
        [
            .. lines.Skip(header + 1).Select(l => l.Split(';')).Where(f => f.Length > column && f[column].Length > 12)
                .Select(f => f[column].Replace("(test)", "", StringComparison.Ordinal).Trim()).Where(n => n.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Files and job texts that hold one of the names. The partner's own folders hold the partner's own file names, and nothing else.</summary>
    private static List<string> Leaks(Site site, JobServer server, string[] names)
    {
        var leaks = new List<string>();
        foreach (var file in Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories))
        {
            foreach (var text in TextsOf(file))
            {
                leaks.AddRange(names.Where(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)).Select(_ => Path.GetRelativePath(site.Folder, file)));
            }

            if (!file.StartsWith(site.Incoming, StringComparison.Ordinal) && file.Contains("canary", StringComparison.Ordinal))
            {
                leaks.Add(file);
            }
        }

        var api = server.Storage.GetMonitoringApi();
        var jobs = api.SucceededJobs(0, 1000).Select(j => j.Value.Job?.ToString() + string.Join(' ', j.Value.Job?.Args ?? []))
            .Concat(api.FailedJobs(0, 1000).Select(j => j.Value.ExceptionMessage + j.Value.ExceptionDetails));
        leaks.AddRange(jobs.Where(j => j.Contains("canary", StringComparison.Ordinal) || names.Any(n => j.Contains(n, StringComparison.OrdinalIgnoreCase))));
        return leaks;
    }

    private static IEnumerable<string> TextsOf(string file)
    {
        var bytes = File.ReadAllBytes(file);
        yield return Encoding.UTF8.GetString(bytes);
        yield return Encoding.GetEncoding(1254).GetString(bytes);
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            yield break;
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }
}
