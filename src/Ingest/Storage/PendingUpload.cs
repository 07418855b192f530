using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Intake;

namespace Ingest.Storage;

/// <summary>
/// An upload on its way in. Batches go to an encrypted temporary file; <see cref="Commit"/> makes it part of the store in one
/// step; disposed before that, nothing is left of it. Not safe for two threads.
/// </summary>
internal sealed class PendingUpload : ICaseSink, IDisposable
{
    /// <summary>Why rows were set aside, as the receipt says it: the person has withdrawn consent.</summary>
    public const string WithdrawnReason = "consentWithdrawn";

    private readonly CaseStore store;
    private readonly CaseHistory history;
    private readonly string temporaryPath;
    private readonly TemporaryCaseFile file;
    private readonly CaseFileWriter writer;
    private readonly BatchTally tally = new();
    private readonly int[] firstAccepted = new int[CaseBatch.Capacity];
    private int withdrawn;
    private int closed;
    private bool settled;

    // The file may be in its place without a row, or the row be written without our knowing.
    private bool isUncertain;

    public PendingUpload(CaseStore store, PendingUploadPlan plan, TemporaryCaseFile file, CaseFileWriter writer, string temporaryPath)
    {
        this.store = store;
        this.file = file;
        this.writer = writer;
        this.temporaryPath = temporaryPath;
        history = plan.History;
        Plan = plan;
    }

    public PendingUploadPlan Plan { get; }

    /// <exception cref="StoreException">The rows could not be written; the upload can only be disposed.</exception>
    public void Accept(CaseBatch batch)
    {
        withdrawn += Plan.Withdrawn.RemoveFrom(batch);
        closed += ClosedRecords.RemoveFrom(batch, Plan.LastClosedYear);
        if (batch.Count == 0)
        {
            return;
        }

        tally.Add(batch);
        history.Fill(batch, firstAccepted);
        file.Guarded(() => writer.Write(batch, firstAccepted));
        store.Observer.Reached(IntakeStep.BatchWritten);
    }

    /// <returns>The receipt; that of the first upload where the partner's same bytes were accepted meanwhile.</returns>
    public StoreResult<Receipt> Commit(UploadFacts facts) => StoreFault.Guard<Receipt>(() =>
    {
        // Before the catalogue is locked: other processes need not wait for it.
        Task counted = Task.Run(tally.Finish);
        file.Guarded(writer.Close);
        file.Guarded(file.Flush);
        store.Observer.Reached(IntakeStep.TemporaryClosed);
        file.Sync();
        store.Observer.Reached(IntakeStep.TemporarySynced);
        counted.Wait();
        isUncertain = true;
        StoreResult<Receipt> receipt = store.Accept(this, temporaryPath, facts with { SetAside = [.. facts.SetAside, new RowCount(WithdrawnReason, withdrawn), new RowCount(ClosedRecords.Reason, closed)] }, tally.Result);
        isUncertain = false;
        settled = receipt.Succeeded && receipt.Value.Id == Plan.Id;
        return receipt;
    });

    public void Dispose()
    {
        // Closing an unfinished Parquet file writes to it; on a full disk that fails again, and the file goes anyway.
        _ = StoreFault.Guard<bool>(() =>
        {
            writer.Dispose();
            return true;
        });
        file.Dispose();
        if (!settled)
        {
            _ = StoreFault.Guard<bool>(() =>
            {
                File.Delete(temporaryPath);
                return true;
            });
        }

        if (isUncertain)
        {
            store.ClearUp();
        }
    }
}
