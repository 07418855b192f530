using EndToEnd.Publishing;
using EndToEnd.Support;
using Publication.Releases;
using Xunit;

[assembly: AssemblyFixture(typeof(ApprovedQuarter))]

namespace EndToEnd.Publishing;

/// <summary>A site with the first quarter of 2025 taken in, drafted and approved: made once, copied by each test.</summary>
public sealed class ApprovedQuarter : IDisposable
{
    private readonly Lock _lock = new();
    private Site? _undrafted;
    private Site? _site;

    internal string DraftId { get; private set; } = "";

    internal string ContentMac { get; private set; } = "";

    public void Dispose()
    {
        _undrafted?.Dispose();
        _site?.Dispose();
    }

    internal Site Copy()
    {
        lock (_lock)
        {
            _site ??= Make();
            return _site.Copy();
        }
    }

    /// <summary>The same quarter, closed, before its draft was made.</summary>
    internal Site CopyUndrafted()
    {
        lock (_lock)
        {
            _site ??= Make();
            return _undrafted!.Copy();
        }
    }

    private Site Make()
    {
        var clock = new SiteClock("2025-04-10T09:00:00Z");
        _undrafted = Site.New();
        using (var intake = _undrafted.Open(clock))
        {
            SampleQuarter.TakeInAsync(intake, backwards: false, CancellationToken.None).GetAwaiter().GetResult();
        }

        var site = _undrafted.Copy();
        using var desk = site.Open(clock);
        clock.Set("2025-04-21T09:00:00Z");
        var period = ReleasePeriod.OfQuarter(2025, 1);
        if (!desk.Drafter.DraftAsync(period, "drafter", CancellationToken.None).GetAwaiter().GetResult().Succeeded(out var draft, out var failure))
        {
            throw new InvalidOperationException(failure.Code);
        }

        Assert.Null(desk.Installation.Approvals.Add(draft.Row, "approver").Failure);
        (DraftId, ContentMac) = (draft.Row.DraftId, draft.Row.ContentMac);
        return site;
    }
}
