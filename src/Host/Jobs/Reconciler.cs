using Host.Auditing;
using Host.Composition;
using Host.Consents;
using Host.Doors;
using Host.Outcomes;
using Host.Publishing;
using Host.Security;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Jobs;

/// <summary>The nightly look over everything: open publications are finished, chains are checked, what has been kept for its time is destroyed, and where the audit chains end is kept.</summary>
internal sealed class Reconciler(Installation installation, Publisher publisher, RepairShelf shelf, UploadRetention? retention, ConsentDesk? consents = null, YearRetention? years = null, CaseStore? store = null)
{
    public async Task<Outcome<Done>> RunAsync(CancellationToken cancellationToken)
    {
        if (installation.Ledger.FindBreak() is { } ledger)
        {
            return new Failure(ExitCode.DependencyUnavailable, "LedgerBroken", $"{ledger}");
        }

        if (installation.Audit.FindBreak() is { } audit)
        {
            return new Failure(ExitCode.DependencyUnavailable, "AuditBroken", $"{audit}");
        }

        shelf.Clear();
        if (consents?.Settle(cancellationToken).Failure is { } open)
        {
            return open;
        }

        DestroyCounts();
        if (retention?.Run().Failure is { } kept)
        {
            return kept;
        }

        if (years?.Run().Failure is { } closing)
        {
            return closing;
        }

        if (store is not null && ChainHeads.Keep(installation, store).Failure is { } heads)
        {
            return heads;
        }

        var failed = (await publisher.ResumeAsync(cancellationToken)).Select(r => r.Failure).FirstOrDefault(f => f is not null);
        installation.Audit.Record(UserTable.Schedule, "reconcile", failed?.Code ?? "Done");
        return failed is null ? Done.Value : failed;
    }

    // Once a year is published nothing is counted from its quarters any more.
    private void DestroyCounts()
    {
        foreach (var quarter in installation.Counts.Kept.Where(q => installation.Publications.Find($"{ReleasePeriod.OfYear(q.Year)}.1")?.SealedAt is not null))
        {
            installation.Audit.Record(UserTable.Schedule, "counts-destroyed", quarter.ToString());
            installation.Counts.Destroy(quarter);
        }
    }
}
