using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Programme;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>Figures of indicators in the store: one small encrypted file for each accepted upload, beside those of the cases and under the same catalogue.</summary>
internal sealed class FigureStore(CaseStore store, StoreFolder folder, CatalogueDatabase catalogue, TimeProvider time)
{
    /// <summary>Makes the figures of a file part of the store, all or nothing.</summary>
    /// <returns>The receipt; that of the first upload where the partner's same bytes were accepted meanwhile.</returns>
    public StoreResult<Receipt> Accept(PartnerId partner, IReadOnlyList<ProgrammeFigure> figures, UploadFacts facts, IntakeOptions options) => StoreFault.Guard(() =>
    {
        if (options.Replaces is { } replaced && Obstacle(partner, replaced) is { } obstacle)
        {
            return obstacle;
        }

        TemporaryCaseFile? file = null;
        string path = string.Empty;
        bool isSettled = false;
        try
        {
            PendingUploadPlan plan = catalogue.Write(transaction => Begin(transaction, partner, options, out path, out file));
            file!.Write(FigureFile.Seal(figures, CaseFileKey.Derive(plan.DataKey.Bytes, plan.Id), plan.Id.ToString()));
            store.Observer.Reached(IntakeStep.BatchWritten);
            file.Flush();
            store.Observer.Reached(IntakeStep.TemporaryClosed);
            file.Sync();
            store.Observer.Reached(IntakeStep.TemporarySynced);
            StoreResult<Receipt> receipt = new UploadAcceptance(folder, catalogue, store.Keys, store.UploadKeys, time, store.Observer).Accept(plan, path, facts, TallyOf(figures));
            isSettled = receipt.Succeeded && receipt.Value.Id == plan.Id;
            return receipt;
        }
        finally
        {
            file?.Dispose();
            if (!isSettled && file is not null)
            {
                // The file may be in its place without a row, or the row be written without our knowing.
                File.Delete(path);
                store.ClearUp();
            }
        }
    });

    /// <summary>The figures of an upload.</summary>
    /// <exception cref="StoreException">The key is not in the ring, or the file is missing, damaged or too new.</exception>
    public IReadOnlyList<ProgrammeFigure> Open(StoredUpload upload)
    {
        string path = folder.PathOf(upload.FileName);
        return File.Exists(path)
            ? FigureFile.Open(File.ReadAllBytes(path), CaseFileKey.Of(upload, edition: 0, store.Keys, store.UploadKeys), upload.Receipt.Id.ToString())
            : throw new StoreException(StoreFailureCode.FileDamaged);
    }

    /// <summary>Indicators and quarters of a partner's uploads that count, but for the one that is to be replaced.</summary>
    public StoreResult<IReadOnlySet<(string Indicator, string Quarter)>> StandingOf(PartnerId partner, UploadId? replaced) =>
        StoreFault.Guard<IReadOnlySet<(string, string)>>(() => catalogue.Read(connection => UploadTable.All(connection))
            .Where(upload => upload is { State: UploadState.Active, Receipt.Content: UploadContent.Figures } && upload.Receipt.Partner == partner && upload.Receipt.Id != replaced)
            .SelectMany(Open)
            .Select(figure => (figure.Indicator, figure.Quarter))
            .ToHashSet());

    private StoreFailureCode? Obstacle(PartnerId partner, UploadId replaced)
    {
        StoreResult<StoredUpload> found = store.FindUpload(replaced);
        return found switch
        {
            { Succeeded: false } => found.Failure,
            { Value.Receipt.Partner: var owner } when owner != partner => StoreFailureCode.OtherPartnersUpload,
            { Value.Receipt.Content: not UploadContent.Figures } => StoreFailureCode.OtherContent,
            { Value.State: not UploadState.Active } => StoreFailureCode.UploadNotActive,
            _ => null,
        };
    }

    // The file is made under the write lock, so that no process opening the store sees it before its own lock is on it.
    private PendingUploadPlan Begin(SqliteTransaction transaction, PartnerId partner, IntakeOptions options, out string path, out TemporaryCaseFile file)
    {
        UploadId number = UploadTable.ReserveNumber(transaction, time.GetUtcNow());
        store.Observer.Reached(IntakeStep.NumberReserved);
        string keyId = store.Keys.IdFor(KeyPurpose.StoreFile);
        path = folder.PathOf(StoreFolder.NameOf(number, keyId, UploadContent.Figures)) + TemporaryCaseFile.Ending;
        file = new TemporaryCaseFile(path);
        store.Observer.Reached(IntakeStep.TemporaryOpened);
        return new PendingUploadPlan(number, partner, keyId, options.Replaces, options.Reason, CaseHistory.Empty) { DataKey = DataKey.New(), Content = UploadContent.Figures };
    }

    private static UploadTally TallyOf(IReadOnlyList<ProgrammeFigure> figures) => new(
        figures.Count,
        [.. figures.GroupBy(f => f.Quarter, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new RowCount(g.Key, g.Count()))],
        Duplicates: 0,
        YearOnly: 0);
}
