using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>How an upload stops counting, and how its file then goes.</summary>
internal sealed class UploadRemoval(StoreFolder folder, CatalogueDatabase catalogue, KeyRing keys, UploadKeyFolder uploadKeys, TimeProvider time)
{
    /// <summary>The upload counts no more; its file stays.</summary>
    public StoreResult<StoredUpload> Withdraw(UploadId id, string reason, string actor, PartnerId? owner) => Change(id, owner, actor, "upload.withdrawn", (transaction, upload) =>
    {
        if (upload.State != UploadState.Active)
        {
            return StoreFailureCode.UploadNotActive;
        }

        UploadTable.SetState(transaction, id, UploadState.Withdrawn, reason, time.GetUtcNow());
        return null;
    });

    /// <summary>
    /// Destroys the upload's key, deletes the file and keeps a record that it was. The record comes first: killed between them, key and file go
    /// when the store is next opened.
    /// </summary>
    public StoreResult<StoredUpload> Destroy(UploadId id, string reason, string actor)
    {
        StoreResult<StoredUpload> destroyed = Change(id, owner: null, actor, "upload.destroyed", (transaction, upload) =>
        {
            if (upload.State == UploadState.Active)
            {
                return StoreFailureCode.UploadStillActive;
            }

            if (upload.DestroyedAt is not null)
            {
                return StoreFailureCode.UploadNotActive;
            }

            UploadTable.SetDestroyed(transaction, upload, reason, time.GetUtcNow());
            return null;
        });
        if (destroyed.TryGet(out StoredUpload? gone))
        {
            Remove(gone);
        }

        return destroyed;
    }

    /// <summary>Takes away key and file of uploads whose destruction is on record; under the catalogue's lock, as whoever opens the store finishes what was cut off.</summary>
    public void Remove(params IReadOnlyList<StoredUpload> destroyed) => catalogue.Write(_ =>
    {
        foreach (StoredUpload upload in destroyed)
        {
            if (upload.DataKey is { } key)
            {
                uploadKeys.Destroy(key);
            }

            File.Delete(folder.PathOf(upload.FileName));
        }

        DurableFolder.Sync(folder.Cases);
        return true;
    });

    private StoreResult<StoredUpload> Change(
        UploadId id, PartnerId? owner, string actor, string action, Func<SqliteTransaction, StoredUpload, StoreFailureCode?> change) =>
        catalogue.Write<StoreResult<StoredUpload>>(transaction =>
        {
            if (UploadTable.Find(transaction.Connection!, id, transaction, owner) is not { } upload)
            {
                return StoreFailureCode.UnknownUpload;
            }

            if (change(transaction, upload) is { } refusal)
            {
                return refusal;
            }

            AuditTrail.Append(transaction, keys, new AuditEntry(0, time.GetUtcNow(), actor, action, id.ToString(), string.Empty));
            return UploadTable.Find(transaction.Connection!, id, transaction)!;
        });
}
