using EndToEnd.Support;
using Host.Auditing;
using Host.Composition;
using Host.Doors;
using Host.Jobs;
using Xunit;

namespace EndToEnd.Recovery;

/// <summary>Where the audit chains ended is kept outside the private folder every night: what is cut off at the end is missed.</summary>
public sealed class ChainHeadsTests : IDisposable
{
    private readonly Site _site = Site.New();
    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("private/workflow.db", "DROP TRIGGER audit_kept; DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", 1)]
    [InlineData("private/workflow.db", "DROP TRIGGER audit_kept; DELETE FROM audit WHERE seq > 5", 5)]
    [InlineData("private/cases/catalogue.db", "DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE entry = (SELECT max(entry) FROM audit)", 1)]
    public async Task EntriesCutOff_LeaveAChainThatHolds_AndLacksWhatTheJournalHas(string database, string cut, int least)
    {
        using (var desk = _site.Open(_clock))
        {
            await NightAsync(desk);
            await NightAsync(desk);
            Assert.Equal("", Lost(desk));
            desk.Installation.Audit.Record("drafter", "quarter-look", "2025-Q1");
            Assert.True(desk.Store.Record("drafter", "look", "U000001", "").Succeeded);
            _clock.Set("2025-04-11T09:00:00Z");
            await NightAsync(desk);
            Assert.Equal("", Lost(desk));
            Assert.Equal(["2025-04-10", "2025-04-11"], Kept(desk));
            Assert.True(ChainHeads.Now(desk.Installation, desk.Store).Succeeded(out var heads, out _));
            Assert.All(heads, h => Assert.True(h.Number >= least));
        }

        // The night's own last entry comes after the head is kept; whoever cuts takes more than that one.
        using (var connection = Site.Connect(Path.Combine(_site.Folder, database)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = database.EndsWith("workflow.db", StringComparison.Ordinal) ? $"{cut}; {cut[(cut.IndexOf(';', StringComparison.Ordinal) + 1)..]}" : cut;
            command.ExecuteNonQuery();
        }

        using var later = _site.Open(_clock);
        Assert.Null(later.Installation.Audit.FindBreak());
        Assert.Equal(0, later.Store.FirstBrokenAuditEntry().Value);
        Assert.Equal("2025-04-11", Lost(later));
        Assert.True(StatusReport.Of(later.Installation, later.Store).Succeeded(out var status, out _));
        Assert.Equal("2025-04-11", status.ChainsCutOff);
        Assert.Equal(("ChainsCutOff", "2025-04-11"), (ChainState.Of(later).Lost!.Code, Assert.Single(ChainState.Of(later).Lost!.Arguments)));
    }

    private static string? Lost(ReleaseDesk desk) => ChainHeads.LastLost(desk.Installation, desk.Store).Succeeded(out var day, out var failure) ? day : failure.Code;

    private static IEnumerable<string> Kept(ReleaseDesk desk) =>
        desk.Installation.Journal.Read().Succeeded(out var entries, out var failure) ? entries.Where(e => e.Kind == "heads").Select(e => e.Subject) : [failure.Code];

    private async Task NightAsync(ReleaseDesk desk)
    {
        var shelf = new RepairShelf(_site.Incoming, desk.Installation.Vault, 14, _clock);
        Assert.Null((await new Reconciler(desk.Installation, desk.Publisher, shelf, retention: null, store: desk.Store).RunAsync(TestContext.Current.CancellationToken)).Failure);
    }
}
