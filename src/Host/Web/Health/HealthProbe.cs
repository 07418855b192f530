using System.Diagnostics;
using Host.Composition;
using Host.Web.Site;

namespace Host.Web.Health;

/// <summary>Whether the server can do its work: the ledger opens under its seals, and the store can be written.</summary>
internal sealed class HealthProbe(Installation installation, PublishedSite site)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private readonly Lock _alone = new();
    private long _lookedAt;
    private bool? _isWell;

    /// <summary>Looks at most every two seconds, however often it is asked.</summary>
    public bool IsWell()
    {
        lock (_alone)
        {
            if (_isWell is not { } known || Stopwatch.GetElapsedTime(_lookedAt) > Kept)
            {
                _isWell = known = Look();
                _lookedAt = Stopwatch.GetTimestamp();
            }

            return known;
        }
    }

    private bool Look()
    {
        try
        {
            _ = site.Current();
            var place = Path.Combine(installation.Settings.Store.Private, "health.probe");
            File.WriteAllBytes(place, [1]);
            File.Delete(place);
            return true;
        }
        catch (Exception)
        {
            // Whatever it was, the answer is the same: a stranger asks, and gets no reason.
            return false;
        }
    }
}
