using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>How a partner's word that it had no case enters the catalogue, and how it is taken back.</summary>
internal sealed class NilReturnIntake(CatalogueDatabase catalogue, KeyRing keys, TimeProvider time)
{
    /// <summary>Keeps it; said again, it is the first one.</summary>
    public StoreResult<NilReturn> Report(PartnerId partner, string quarter, string actor) => catalogue.Write<StoreResult<NilReturn>>(transaction =>
    {
        SqliteConnection connection = transaction.Connection!;
        if (PartnerTable.Find(connection, partner, transaction) is null)
        {
            return StoreFailureCode.UnknownPartner;
        }

        if (NilReturnTable.FindActive(connection, partner, quarter, transaction) is { } same)
        {
            return same;
        }

        if (NilReturnTable.HasRecords(transaction, partner, quarter))
        {
            return StoreFailureCode.RecordsReported;
        }

        NilReturn given = NilReturnTable.Add(transaction, partner, quarter, time.GetUtcNow());
        Audit(transaction, actor, "nil.reported", given.Id, $"{partner.Value} {quarter}");
        return given;
    });

    /// <summary>It stands no more, and stays in the table.</summary>
    public StoreResult<NilReturn> Withdraw(NilReturnId id, string reason, string actor, PartnerId? owner) => catalogue.Write<StoreResult<NilReturn>>(transaction =>
    {
        if (NilReturnTable.Find(transaction.Connection!, id, transaction, owner) is not { } given)
        {
            return StoreFailureCode.UnknownUpload;
        }

        if (given.State != UploadState.Active)
        {
            return StoreFailureCode.UploadNotActive;
        }

        NilReturnTable.SetState(transaction, id, UploadState.Withdrawn, reason, time.GetUtcNow());
        Audit(transaction, actor, "nil.withdrawn", id, string.Empty);
        return NilReturnTable.Find(transaction.Connection!, id, transaction)!;
    });

    private void Audit(SqliteTransaction transaction, string actor, string action, NilReturnId id, string detail) =>
        AuditTrail.Append(transaction, keys, new AuditEntry(0, time.GetUtcNow(), actor, action, id.ToString(), detail));
}
