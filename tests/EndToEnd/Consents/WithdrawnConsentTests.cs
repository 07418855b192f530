using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Composition;
using Host.Consents;
using Host.Doors;
using Host.Drafting;
using Host.Jobs;
using Host.Outcomes;
using Host.Recovery;
using Host.Security;
using Ingest.Catalogue;
using Ingest.Intake;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Consents;

/// <summary>A person withdraws consent while a quarter waits, after it is published, and before a backup is restored.</summary>
[Trait("culture", "last")]
public sealed class WithdrawnConsentTests(ApprovedQuarter quarter)
{
    private static readonly ReleasePeriod First = ReleasePeriod.OfQuarter(2025, 1);
    private static readonly PartnerId Partner = new("GOC");

    // The first record of the partner's sample file; no row of it is a person.
    private static string Number { get; } = File.ReadLines(Path.Combine(Site.Samples, "goc", "2025-Q1.csv")).SkipWhile(l => !l.Contains("2025/", StringComparison.Ordinal)).First().Split(';')[0];

    [Fact]
    public async Task ApprovedDraft_IsNotPublished_AndTheNextOneCountsOnePersonLess()
    {
        var token = TestContext.Current.CancellationToken;
        using var site = quarter.Copy();
        var clock = new SiteClock("2025-05-15T07:00:00Z");
        using var desk = site.Open(clock);
        var before = Persons(desk);
        var entered = Enter(desk);

        Assert.Equal((1, 1), (entered.Records, entered.Files));
        Assert.Equal(before - 1, Persons(desk));
        Assert.Equal("DraftOutdated", (await desk.Publisher.PublishAsync(quarter.DraftId, "publisher", token)).Failure?.Code);
        Assert.True((await desk.Drafter.DraftAsync(First, "drafter", token)).Succeeded(out var again, out var failure), failure?.Code);
        Assert.Null(desk.Installation.Approvals.Add(again!.Row, "approver").Failure);
        Assert.Null((await desk.Publisher.PublishAsync(again.Row.DraftId, "publisher", token)).Failure);
        await StoredBytes.AssertWithoutAsync(site.Folder, Number);
    }

    [Fact]
    public async Task PublishedQuarter_KeepsItsFigures_AndItsYearIsMadeAllTheSame()
    {
        var token = TestContext.Current.CancellationToken;
        using var site = quarter.Copy();
        var clock = new SiteClock("2025-05-15T07:00:00Z");
        using var desk = site.Open(clock);
        Assert.Null((await desk.Publisher.PublishAsync(quarter.DraftId, "publisher", token)).Failure);
        var published = FolderBytes.Of(site.Published);
        var before = Persons(desk);
        Enter(desk);
        Assert.Equal(before - 1, Persons(desk));

        clock.Set("2026-02-01T09:00:00Z");
        foreach (var later in ReleasePeriod.OfYear(2025).Quarters.Skip(1))
        {
            Assert.Null(desk.Installation.Omissions.Add(later, "nobody reported", "approver").Failure);
        }

        Assert.True((await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", token)).Succeeded(out var year, out var failure), failure?.Code);
        Assert.Equal(published, FolderBytes.Of(site.Published));

        // Without what the quarter was counted from, the year contradicts it.
        var kept = Path.Combine(site.Settings.Store.Private, "counts");
        Directory.Move(kept, kept + ".away");
        var refused = Assert.IsType<NothingSafe>((await desk.Drafter.DraftAsync(ReleasePeriod.OfYear(2025), "drafter", token)).Failure);
        Assert.All(refused.Findings, f => Assert.Equal(FindingCodes.FactContradicted, f.Code));
        Directory.Move(kept + ".away", kept);

        Assert.Null(desk.Installation.Approvals.Add(desk.Installation.Drafts.Find(year!.Row.DraftId)!, "approver").Failure);
        clock.Set("2026-02-14T07:00:00Z");
        await ReconcileAsync(desk, site, clock);
        Assert.Equal([First], desk.Installation.Counts.Kept);
        Assert.Null((await desk.Publisher.PublishAsync(year.Row.DraftId, "publisher", token)).Failure);
        await ReconcileAsync(desk, site, clock);
        Assert.Empty(desk.Installation.Counts.Kept);
        Assert.Empty(Directory.GetFiles(kept));

        // The year was closed on 21 January 2026, and its files came in 2025. Two years later, and not before, they go.
        clock.Set("2028-01-20T20:59:59Z");
        await ReconcileAsync(desk, site, clock, keepYears: 2);
        Assert.Equal(6, CaseFiles(site));
        clock.Set("2028-01-20T21:00:00Z");
        await ReconcileAsync(desk, site, clock, keepYears: null);
        Assert.Equal(6, CaseFiles(site));
        await ReconcileAsync(desk, site, clock, keepYears: 2);
        Assert.Equal(0, CaseFiles(site));
        Assert.All(desk.Store.Uploads().Value, u => Assert.NotNull(u.DestroyedAt));
        Assert.Equal(2025, desk.Store.LastClosedYear().Value);
        Assert.Equal(published, FolderBytes.Of(site.Published).Where(f => !f.Key.StartsWith("2025/", StringComparison.Ordinal)));
        Assert.Equal(0, desk.Store.FirstBrokenAuditEntry().Value);
    }

    [Fact]
    public void RestoredBackup_DoesNotBringItBack()
    {
        using var site = quarter.Copy();
        using var backup = quarter.Copy();
        int before;
        using (var desk = site.Open(new SiteClock("2025-05-02T07:00:00Z")))
        {
            before = Persons(desk);
            Enter(desk);
        }

        // The private folder as it was; the journal is not restored with it.
        Directory.Delete(site.Settings.Store.Private, recursive: true);
        Directory.Move(backup.Settings.Store.Private, site.Settings.Store.Private);
        using var restored = site.Open(new SiteClock("2025-05-03T07:00:00Z"));
        Assert.Equal(1, Assert.Single(restored.Store.Consents.All().Value).Records);
        Assert.True(restored.Store.Consents.IsSettled().Value);
        Assert.Equal(before - 1, Persons(restored));
        Assert.Null(restored.Installation.Audit.FindBreak());
        Assert.Equal(0, restored.Store.FirstBrokenAuditEntry().Value);
    }

    [Fact]
    public void FileThatCannotBeRead_KeepsEveryCountBack()
    {
        using var site = quarter.Copy();
        using (var desk = site.Open(new SiteClock("2025-05-02T07:00:00Z")))
        {
            var file = Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "cases", "cases")).Order(StringComparer.Ordinal).First();
            File.WriteAllText(file, "damaged");
            Assert.NotNull(desk.Consents.Enter(Partner, Number, new DateOnly(2025, 5, 1), ConsentReason.Person, "officer", TestContext.Current.CancellationToken).Failure);

            // The next person is not turned away because of it.
            Assert.NotNull(desk.Consents.Enter(Partner, "another case", new DateOnly(2025, 5, 1), ConsentReason.Guardian, "officer", TestContext.Current.CancellationToken).Failure);
            Assert.True(desk.Installation.Journal.Read().Succeeded(out var journal, out _));
            Assert.Equal(2, journal!.Count(e => e.Kind == JournalEntry.Consent));
        }

        using var again = site.Open(new SiteClock("2025-05-02T07:00:00Z"));
        Assert.Equal(2, again.Store.Consents.All().Value.Count);
        Assert.All(again.Store.Consents.All().Value, w => Assert.Null(w.CarriedOutAt));
        Assert.NotNull(again.Counts.Of(First, TestContext.Current.CancellationToken).Failure);
    }

    [Fact]
    public void DayAfterToday_IsRefused()
    {
        using var site = quarter.Copy();
        using var desk = site.Open(new SiteClock("2025-05-02T07:00:00Z"));
        Assert.Equal("ConsentDayWrong", desk.Consents.Enter(Partner, Number, new DateOnly(2025, 5, 3), ConsentReason.Person, "officer", TestContext.Current.CancellationToken).Failure?.Code);
        Assert.Empty(desk.Store.Consents.All().Value);
    }

    private static ConsentWithdrawal Enter(ReleaseDesk desk)
    {
        Assert.True(
            desk.Consents.Enter(Partner, Number, new DateOnly(2025, 5, 1), ConsentReason.Person, "officer", TestContext.Current.CancellationToken).Succeeded(out var entered, out var failure),
            failure?.Code);
        return entered!;
    }

    private static int Persons(ReleaseDesk desk)
    {
        Assert.True(desk.Counts.Persons([First], TestContext.Current.CancellationToken).Succeeded(out var persons, out var failure), failure?.Code);
        return persons!.Persons;
    }

    private static int CaseFiles(Site site) => Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "cases", "cases")).Length;

    private static async Task ReconcileAsync(ReleaseDesk desk, Site site, TimeProvider clock, int? keepYears = null)
    {
        var shelf = new RepairShelf(site.Incoming, desk.Installation.Vault, 14, clock);
        Assert.Null((await new Reconciler(desk.Installation, desk.Publisher, shelf, retention: null, desk.Consents, new YearRetention(desk.Installation, desk.Store, keepYears)).RunAsync(TestContext.Current.CancellationToken)).Failure);
    }
}
