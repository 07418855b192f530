using Ingest.Catalogue;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>
/// Looks through every case file for cases whose consent was withdrawn, and writes those files anew without them. Each file remembers through which withdrawal it was
/// looked, so that nothing is read twice, and a file of an older backup is looked through again. One sweep at a time.
/// </summary>
internal sealed class ConsentSweep(CaseStore store, CatalogueDatabase catalogue, StoreFolder folder, Codebook codebook, TimeProvider time)
{
    private readonly StoredCases block = new();

    /// <returns>How many records went, or the failure of the first file that could not be looked through.</returns>
    /// <exception cref="StoreException">Another process is sweeping.</exception>
    public StoreResult<int> Run(CancellationToken cancellationToken)
    {
        using FileStream alone = OpeningLock.Take(folder.SweepLock);
        store.ClearUp();
        IReadOnlyList<ConsentMark> all = catalogue.Read(connection => ConsentTable.Marks(connection));
        long through = all.Count == 0 ? 0 : all[^1].Id.Number;
        int removed = 0;
        StoreFailureCode? failure = null;
        foreach (StoredUpload upload in catalogue.Read(connection => UploadTable.All(connection)).Where(u => u.DestroyedAt is null && u.SweptThrough < through))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                removed += Sweep(upload, WithdrawnCases.Of(all, upload.Receipt.Partner, upload.SweptThrough, store.Keys), cancellationToken);
            }
            catch (StoreException damaged)
            {
                // A file that counts no more and whose key is lost can be read by nobody; should the key come back, it is looked through then.
                failure ??= damaged.Code is StoreFailureCode.UploadKeyMissing && upload.State is not UploadState.Active ? null : damaged.Code;
            }
        }

        if (failure is { } first)
        {
            return first;
        }

        if (through > 0)
        {
            catalogue.Write(transaction =>
            {
                ConsentTable.SetCarriedOut(transaction, through, time.GetUtcNow());
                return true;
            });
        }

        return removed;
    }

    private int Sweep(StoredUpload upload, WithdrawnCases withdrawn, CancellationToken cancellationToken)
    {
        if (upload.Receipt.Content is UploadContent.Cases && !withdrawn.IsEmpty && Holds(upload, withdrawn, cancellationToken))
        {
            return new CaseFileRewriting(store, catalogue, folder, codebook, time).Write(upload, withdrawn, cancellationToken);
        }

        catalogue.Write(transaction =>
        {
            UploadTable.SetSwept(transaction, upload, withdrawn.Through, upload.FileName, upload.Edition);
            return true;
        });
        return 0;
    }

    private bool Holds(StoredUpload upload, WithdrawnCases withdrawn, CancellationToken cancellationToken)
    {
        using CaseFileReader reader = store.OpenFile(upload, [CaseFileSchema.CaseKey], codebook, block);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (withdrawn.Find(reader.Block.Rows).Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}
