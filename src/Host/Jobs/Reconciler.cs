using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Publishing;

namespace Host.Jobs;

/// <summary>The nightly look over everything: open publications are finished, chains are checked, what has been kept for its time is destroyed.</summary>
internal sealed class Reconciler(Installation installation, Publisher publisher, RepairShelf shelf, UploadRetention? retention)
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
        if (retention?.Run().Failure is { } kept)
        {
            return kept;
        }

        var failed = (await publisher.ResumeAsync(cancellationToken)).Select(r => r.Failure).FirstOrDefault(f => f is not null);
        installation.Audit.Record(Security.UserTable.Schedule, "reconcile", failed?.Code ?? "Done");
        return failed is null ? Done.Value : failed;
    }
}
