using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>
/// How the case files of a year go once nothing is counted from them any more. A record counts no later than in the quarter in which its file came, so a file that came
/// in the year or before holds none that a later year counts.
/// </summary>
internal sealed class YearClosing(UploadRemoval removal, CatalogueDatabase catalogue, KeyRing keys, TimeProvider time)
{
    /// <summary>Closes the year and destroys its files with their keys. The record comes first: killed between the two, the files go when the store is next opened.</summary>
    /// <returns>Uploads whose files went.</returns>
    public StoreResult<int> Close(int year, string reason, string actor)
    {
        StoredUpload[] over = catalogue.Write(transaction =>
        {
            DateTimeOffset now = time.GetUtcNow();
            if (ClosedYearTable.Add(transaction, year, reason, now))
            {
                AuditTrail.Append(transaction, keys, new AuditEntry(0, now, actor, "year.closed", FormattableString.Invariant($"{year}"), string.Empty));
            }

            StoredUpload[] found =
            [
                .. UploadTable.All(transaction.Connection!, transaction)
                    .Where(u => u is { DestroyedAt: null, Receipt.Content: UploadContent.Cases } && QuarterRule.DayOf(u.Receipt.AcceptedAt).Year <= year),
            ];
            foreach (StoredUpload upload in found)
            {
                UploadTable.SetDestroyed(transaction, upload, reason, now);
                AuditTrail.Append(transaction, keys, new AuditEntry(0, now, actor, "upload.destroyed", upload.Receipt.Id.ToString(), string.Empty));
            }

            return found;
        });
        if (over.Length > 0)
        {
            removal.Remove(over);
        }

        return over.Length;
    }
}
