using Ingest.Catalogue;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>Brings catalogue and upload keys together when a store is opened: destructions that were cut off, those that an older copy has forgotten, another key of the ring.</summary>
internal static class UploadKeySettling
{
    /// <summary>Why, as the record of a destruction says it where the catalogue had forgotten one.</summary>
    public const string Reason = "keyDestroyed";

    public static void Run(SqliteTransaction transaction, UploadKeyFolder uploadKeys, KeyRing keys, DateTimeOffset now)
    {
        uploadKeys.Rewrap();
        foreach (StoredUpload upload in UploadTable.All(transaction.Connection!, transaction).Where(u => u.DataKey is not null))
        {
            if (upload.DestroyedAt is not null)
            {
                if (uploadKeys.Has(upload.DataKey!))
                {
                    uploadKeys.Destroy(upload.DataKey!);
                }
            }
            else if (uploadKeys.IsDestroyed(upload.DataKey!))
            {
                Forget(transaction, upload, keys, now);
            }
        }
    }

    // It was withdrawn, replaced or of a closed year when its key went; the copy of the store is older than that. Its partner may send the same bytes again.
    private static void Forget(SqliteTransaction transaction, StoredUpload upload, KeyRing keys, DateTimeOffset now)
    {
        if (upload.State == UploadState.Active)
        {
            UploadTable.SetState(transaction, upload.Receipt.Id, UploadState.Withdrawn, Reason, now);
        }

        UploadTable.SetDestroyed(transaction, upload, Reason, now);
        AuditTrail.Append(transaction, keys, new AuditEntry(0, now, CaseStore.System, "upload.destroyed", upload.Receipt.Id.ToString(), Reason));
    }
}
