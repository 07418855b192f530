using Ingest.Catalogue;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>
/// Writes a case file anew without withdrawn cases: aside, to the disk, into its place, and into the catalogue in one transaction with the record of what was erased;
/// then the old file goes. The new one has a name and a key of its own, so that the old one can never be put in its place.
/// </summary>
internal sealed class CaseFileRewriting(CaseStore store, CatalogueDatabase catalogue, StoreFolder folder, Codebook codebook, TimeProvider time)
{
    private readonly SortedDictionary<long, int> erased = [];

    /// <returns>How many records were left out.</returns>
    /// <exception cref="StoreException">The file cannot be read or written.</exception>
    public int Write(StoredUpload upload, WithdrawnCases withdrawn, CancellationToken cancellationToken)
    {
        string name = StoreFolder.NameOf(upload.Receipt.Id, upload.Receipt.KeyId, upload.Receipt.Content, withdrawn.Through);
        string temporary = folder.PathOf(name) + TemporaryCaseFile.Ending;

        // Made under the write lock, so that no process opening the store sees it before its own lock is on it.
        TemporaryCaseFile file = catalogue.Write(_ => new TemporaryCaseFile(temporary));
        bool isPlaced = false;
        try
        {
            SweepTrace.Reached(SweepStep.TemporaryOpened);
            file.Guarded(() => Copy(upload, withdrawn, file, cancellationToken));
            file.Guarded(file.Flush);
            file.Sync();
            SweepTrace.Reached(SweepStep.TemporarySynced);
            isPlaced = catalogue.Write(transaction => Place(transaction, upload, withdrawn.Through, temporary, name));
        }
        finally
        {
            file.Dispose();
            if (!isPlaced)
            {
                File.Delete(temporary);
            }
        }

        if (!isPlaced)
        {
            return 0;
        }

        SweepTrace.Reached(SweepStep.Committed);
        File.Delete(folder.PathOf(upload.FileName));
        DurableFolder.Sync(folder.Cases);
        SweepTrace.Reached(SweepStep.OldDeleted);
        return erased.Values.Sum();
    }

    private void Copy(StoredUpload upload, WithdrawnCases withdrawn, TemporaryCaseFile file, CancellationToken cancellationToken)
    {
        string keyId = upload.Receipt.KeyId;
        byte[] key = CaseFileKey.Of(upload, withdrawn.Through, store.Keys, store.UploadKeys);
        using CaseFileReader reader = store.OpenFile(upload, CaseFileSchema.Columns, codebook, new StoredCases());
        using var writer = new CaseFileWriter(file, CaseFileSchema.Create(upload.Receipt.Id.ToString(), keyId, codebook), key, keyId);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            IReadOnlyList<(int Row, long Withdrawal)> found = withdrawn.Find(reader.Block.Rows);
            foreach ((_, long withdrawal) in found)
            {
                erased[withdrawal] = erased.GetValueOrDefault(withdrawal) + 1;
            }

            reader.Block.Remove([.. found.Select(f => f.Row)]);
            if (reader.Block.Rows.Count > 0)
            {
                writer.Write(reader.Block.Rows, reader.Block.FirstAccepted);
            }
        }

        writer.Close();
    }

    /// <returns>False where the upload's file has become another meanwhile, or is gone.</returns>
    private bool Place(SqliteTransaction transaction, StoredUpload upload, long through, string temporary, string name)
    {
        SweepTrace.Reached(SweepStep.CatalogueLocked);
        if (UploadTable.Find(transaction.Connection!, upload.Receipt.Id, transaction) is not { DestroyedAt: null } present || present.FileName != upload.FileName)
        {
            return false;
        }

        File.Move(temporary, folder.PathOf(name), overwrite: true);
        SweepTrace.Reached(SweepStep.Renamed);
        DurableFolder.Sync(folder.Cases);
        SweepTrace.Reached(SweepStep.FolderSynced);
        UploadTable.SetSwept(transaction, upload, through, name, through);
        foreach ((long withdrawal, int rows) in erased)
        {
            ConsentTable.AddErasure(transaction, withdrawal, upload.Receipt.Id, rows, time.GetUtcNow());
            AuditTrail.Append(
                transaction,
                store.Keys,
                new AuditEntry(0, time.GetUtcNow(), CaseStore.System, "consent.erased", upload.Receipt.Id.ToString(), $"{new ConsentId(withdrawal)} {rows}"));
        }

        SweepTrace.Reached(SweepStep.RowChanged);
        return true;
    }
}
