using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>How an upload begins: a number, and an encrypted temporary file that is written to from then on.</summary>
internal sealed class UploadBeginning(CaseStore store, StoreFolder folder, CatalogueDatabase catalogue, TimeProvider time)
{
    /// <exception cref="StoreException">The file of the upload that is replaced cannot be read.</exception>
    public StoreResult<PendingUpload> Begin(PartnerId partner, Codebook codebook, UploadId? replaces, string reason)
    {
        CaseHistory history = CaseHistory.Empty;
        if (replaces is { } id)
        {
            StoreResult<StoredUpload> old = Replaceable(partner, id);
            if (!old.TryGet(out StoredUpload? upload))
            {
                return old.Failure!.Value;
            }

            using CaseFileReader reader = store.OpenFile(upload, CaseHistory.Columns, codebook, new StoredCases());
            history = CaseHistory.Read(reader, upload.AcceptedOrder);
        }

        string keyId = store.Keys.IdFor(KeyPurpose.StoreFile);
        PendingUpload? begun = null;
        try
        {
            return catalogue.Write<StoreResult<PendingUpload>>(transaction => Open(transaction, partner, keyId, codebook, replaces, reason, history, out begun));
        }
        catch
        {
            // The number was not kept, so neither is its file.
            begun?.Dispose();
            throw;
        }
    }

    private StoreResult<PendingUpload> Open(
        SqliteTransaction transaction, PartnerId partner, string keyId, Codebook codebook, UploadId? replaces, string reason, CaseHistory history, out PendingUpload? begun)
    {
        begun = null;
        if (PartnerTable.Find(transaction.Connection!, partner, transaction) is null)
        {
            return StoreFailureCode.UnknownPartner;
        }

        UploadId number = UploadTable.ReserveNumber(transaction, time.GetUtcNow());
        store.Observer.Reached(IntakeStep.NumberReserved);
        var plan = new PendingUploadPlan(number, partner, keyId, replaces, reason, history)
        {
            DataKey = DataKey.New(),
            Withdrawn = WithdrawnCases.Of(ConsentTable.Marks(transaction.Connection!, transaction), partner, after: 0, store.Keys),
            LastClosedYear = ClosedYearTable.Last(transaction.Connection!, transaction),
        };
        string path = folder.PathOf(StoreFolder.NameOf(number, keyId, UploadContent.Cases)) + TemporaryCaseFile.Ending;

        // Made under the write lock, so that no process opening the store sees it before its own lock is on it.
        var file = new TemporaryCaseFile(path);
        store.Observer.Reached(IntakeStep.TemporaryOpened);
        byte[] fileKey = CaseFileKey.Derive(plan.DataKey.Bytes, number);
        var writer = new CaseFileWriter(file, CaseFileSchema.Create(number.ToString(), keyId, codebook), fileKey, keyId);
        begun = new PendingUpload(store, plan, file, writer, path);
        return begun;
    }

    private StoreResult<StoredUpload> Replaceable(PartnerId partner, UploadId id)
    {
        StoreResult<StoredUpload> found = store.FindUpload(id);
        return found switch
        {
            { Succeeded: false } => found,
            { Value.Receipt.Partner: var owner } when owner != partner => StoreFailureCode.OtherPartnersUpload,
            { Value.Receipt.Content: not UploadContent.Cases } => StoreFailureCode.OtherContent,
            { Value: { State: not UploadState.Active } or { DestroyedAt: not null } } => StoreFailureCode.UploadNotActive,
            _ => found,
        };
    }
}
