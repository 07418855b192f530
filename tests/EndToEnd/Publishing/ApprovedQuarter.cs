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
    private Site? _site;

    internal string DraftId { get; private set; } = "";

    public void Dispose() => _site?.Dispose();

    internal Site Copy()
    {
        lock (_lock)
        {
            _site ??= Make();
            return _site.Copy();
        }
    }

    private Site Make()
    {
        var site = Site.New();
        var clock = new SiteClock("2025-04-10T09:00:00Z");
        using var desk = site.Open(clock);
        SampleQuarter.TakeInAsync(desk, backwards: false, CancellationToken.None).GetAwaiter().GetResult();
        clock.Set("2025-04-21T09:00:00Z");
        var period = ReleasePeriod.OfQuarter(2025, 1);
        if (!desk.Drafter.DraftAsync(period, "drafter", CancellationToken.None).GetAwaiter().GetResult().Succeeded(out var draft, out var failure))
        {
            throw new InvalidOperationException(failure.Code);
        }

        Assert.Null(desk.Installation.Approvals.Add(draft.Row, "approver").Failure);
        DraftId = draft.Row.DraftId;
        return site;
    }
}
