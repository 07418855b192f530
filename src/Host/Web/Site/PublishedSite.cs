using Host.Composition;
using Host.Publishing;
using Host.Workflow;

namespace Host.Web.Site;

/// <summary>
/// What is published, read from the ledger under its seals and kept until the ledger grows. The pages know no other source: a draft, a certificate or a case
/// cannot be reached from here.
/// </summary>
internal sealed class PublishedSite(Installation installation) : IDisposable
{
    private readonly Lock _alone = new();
    private readonly LedgerWatch _ledger = new(installation.Database);
    private volatile SiteEdition? _edition;

    /// <summary>The edition that belongs to the ledger as it stands.</summary>
    /// <exception cref="InvalidOperationException">The ledger or a seal is broken: nothing is shown rather than something doubtful.</exception>
    public SiteEdition Current()
    {
        var entries = _ledger.Entries();
        if (_edition is { } kept && kept.Entries == entries)
        {
            return kept;
        }

        lock (_alone)
        {
            if (_edition is { } other && other.Entries == entries)
            {
                return other;
            }

            return _edition = PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure)
                ? new SiteEdition(entries, history.Releases, installation)
                : throw new InvalidOperationException($"The ledger cannot be read: {failure.Code}.");
        }
    }

    public void Dispose() => _ledger.Dispose();
}
