using Ingest.Catalogue;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>The moment in which an upload becomes part of the store: one write transaction that holds key, file, row and audit entry together.</summary>
internal sealed class UploadAcceptance(
    StoreFolder folder, CatalogueDatabase catalogue, KeyRing keys, UploadKeyFolder uploadKeys, TimeProvider time, IIntakeObserver observer)
{
    /// <summary>Puts a finished temporary file in place and adds its row, in one write transaction.</summary>
    public StoreResult<Receipt> Accept(PendingUploadPlan plan, string temporaryPath, UploadFacts facts, UploadTally tally)
    {
        string name = StoreFolder.NameOf(plan.Id, plan.KeyId, plan.Content);
        StoreResult<Receipt> result = catalogue.Write<StoreResult<Receipt>>(transaction =>
        {
            observer.Reached(IntakeStep.CatalogueLocked);
            SqliteConnection connection = transaction.Connection!;
            if (UploadTable.FindSame(connection, plan.Partner, facts.Sha256, transaction) is { } same)
            {
                return same.Receipt;
            }

            if (plan.Replaces is { } replaced)
            {
                if (UploadTable.Find(connection, replaced, transaction)!.State != UploadState.Active)
                {
                    return StoreFailureCode.UploadNotActive;
                }

                UploadTable.SetState(transaction, replaced, UploadState.Replaced, plan.Reason, time.GetUtcNow());
                Audit(transaction, "upload.replaced", replaced.ToString(), plan.Id.ToString());
            }

            Receipt receipt = ReceiptSignature.Sign(ReceiptOf(plan, facts, tally), keys);
            uploadKeys.Keep(plan.DataKey);
            observer.Reached(IntakeStep.KeyKept);
            File.Move(temporaryPath, folder.PathOf(name), overwrite: true);
            observer.Reached(IntakeStep.Renamed);
            DurableFolder.Sync(folder.Cases);
            observer.Reached(IntakeStep.FolderSynced);
            UploadTable.Add(transaction, receipt, name, plan.DataKey.Id, plan.Content is UploadContent.Figures ? FigureFile.SchemaVersion : CaseFileSchema.Version, plan.Withdrawn.Through);
            Audit(transaction, "upload.accepted", plan.Id.ToString(), plan.Partner.Value);
            if (plan.Content is UploadContent.Cases)
            {
                ReplaceNilReturns(transaction, receipt);
            }

            observer.Reached(IntakeStep.RowAdded);
            return receipt;
        });
        observer.Reached(IntakeStep.Committed);
        return result;
    }

    private static IReadOnlyList<RowCount> Ordered(IEnumerable<RowCount> counts) =>
        [.. counts.Where(count => count.Rows > 0).OrderBy(count => count.Code, StringComparer.Ordinal)];

    private Receipt ReceiptOf(PendingUploadPlan plan, UploadFacts facts, UploadTally tally) => new()
    {
        Id = plan.Id,
        Partner = plan.Partner,
        Content = plan.Content,
        Sha256 = facts.Sha256,
        SizeBytes = facts.SizeBytes,
        RowsRead = facts.RowsRead,
        RowsAccepted = tally.Rows,
        SetAside = Ordered(facts.SetAside),
        Quarters = tally.Quarters,
        DuplicatesInFile = tally.Duplicates,
        YearOnly = tally.YearOnly,
        AcceptedAt = time.GetUtcNow(),
        Replaces = plan.Replaces,
    };

    // There were cases after all.
    private void ReplaceNilReturns(SqliteTransaction transaction, Receipt receipt)
    {
        foreach (RowCount quarter in receipt.Quarters)
        {
            if (NilReturnTable.FindActive(transaction.Connection!, receipt.Partner, quarter.Code, transaction) is { } nothing)
            {
                NilReturnTable.SetState(transaction, nothing.Id, UploadState.Replaced, receipt.Id.ToString(), time.GetUtcNow());
                Audit(transaction, "nil.replaced", nothing.Id.ToString(), receipt.Id.ToString());
            }
        }
    }

    private void Audit(SqliteTransaction transaction, string action, string subject, string detail) =>
        AuditTrail.Append(transaction, keys, new AuditEntry(0, time.GetUtcNow(), CaseStore.System, action, subject, detail));
}
