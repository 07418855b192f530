using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Planning;
using Host.Publishing;
using Host.Storage;
using Host.Workflow;
using Publication.Releases;
using Reports.Files;

namespace Host.Cli.Verbs;

/// <summary>Writes a draft for cleared eyes: one archive, every sheet and picture stamped, readable by its owner alone; the look is in the audit trail.</summary>
internal static class DraftReport
{
    /// <returns>Path of the archive.</returns>
    public static async Task<Outcome<string>> WriteAsync(DraftRow row, ReleaseDesk desk, string user, string folder, CancellationToken cancellationToken)
    {
        var installation = desk.Installation;
        var period = ReleasePeriod.TryParse(row.Period, out var parsed) ? parsed : throw new InvalidOperationException("A draft has a period.");
        if (!StoredDraft.Read(row, installation).Succeeded(out var document, out var failure)
            || !LedgerAhead.Of(period, installation).Succeeded(out var ledger, out failure)
            || !PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out failure)
            || !(await desk.Gate.VerifyAsync(document, ledger, cancellationToken)).Succeeded(out var verified, out failure))
        {
            return failure;
        }

        installation.Audit.Record(user, "draft-look", row.DraftId);
        using var archive = new MemoryStream();
        DraftWriter.Write(verified, PeriodPlanner.BulletinOf(period), history.Releases, archive, cancellationToken);
        var path = Path.Combine(Path.GetFullPath(folder), row.DraftId + ".zip");
        AtomicFile.Write(path, archive.ToArray());
        return path;
    }
}
