using System.Globalization;
using EndToEnd.Support;
using Host.Composition;
using Host.Doors;
using Host.Jobs;
using Ingest.Catalogue;
using Xunit;

namespace EndToEnd.Duties;

/// <summary>Case files that count no more are destroyed when their time is over, not before, and a record of it stays.</summary>
public sealed class RetentionTests : IDisposable
{
    private readonly Site _site = Site.New();
    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private readonly ReleaseDesk _desk;

    public RetentionTests() => _desk = _site.Open(_clock);

    public void Dispose()
    {
        _desk.Dispose();
        _site.Dispose();
    }

    [Theory]
    [InlineData("2025-05-10T08:59:59Z", 2)]
    [InlineData("2025-05-10T09:00:00Z", 1)]
    [InlineData("2026-05-10T09:00:00Z", 1)]
    public async Task Night_DestroysWhatHasBeenKeptForItsTime(string now, int left)
    {
        await TakeAsync(AgencyFile.Text(AgencyFile.Rows(5)));
        await TakeAsync(AgencyFile.Text(AgencyFile.Row(("Dosya No", "2025/0900"))));
        var first = _desk.Store.Uploads().Value[0].Receipt.Id;
        Assert.True(_desk.Store.Withdraw(first, "sent by mistake").Succeeded);
        _clock.Set(now);
        await ReconcileAsync();
        await ReconcileAsync();

        Assert.Equal(left, Directory.GetFiles(Path.Combine(_site.Settings.Store.Private, "cases", "cases")).Length);
        var uploads = _desk.Store.Uploads().Value;
        Assert.Equal(left == 1 ? DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) : null, uploads[0].DestroyedAt);
        Assert.Equal((UploadState.Active, null), (uploads[1].State, uploads[1].DestroyedAt));
        Assert.Equal(2 - left, _desk.Store.AuditEntries().Value.Count(e => e.Action == "upload.destroyed"));
        Assert.Equal(0, _desk.Store.FirstBrokenAuditEntry().Value);
    }

    private async Task TakeAsync(byte[] file)
    {
        Assert.True((await _desk.Door.TakeAsync("GOC", new MemoryStream(file), TestContext.Current.CancellationToken)).Succeeded(out var answer, out var failure), failure?.Code);
        Assert.True(answer!.IsAccepted);
    }

    private async Task ReconcileAsync()
    {
        var shelf = new RepairShelf(_site.Incoming, _desk.Installation.Vault, 14, _clock);
        var retention = new UploadRetention(_desk.Store, _desk.Installation.Settings.Store.KeepReplacedDays, _clock);
        Assert.Null((await new Reconciler(_desk.Installation, _desk.Publisher, shelf, retention).RunAsync(TestContext.Current.CancellationToken)).Failure);
    }
}
