using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>Partners' own words for codes in the catalogue: each change with its audit entry, or not at all.</summary>
internal sealed class WordStore(CatalogueDatabase catalogue, KeyRing keys, TimeProvider time)
{
    /// <summary>A partner's words that are in use.</summary>
    public StoreResult<IReadOnlyList<PartnerWord>> Of(PartnerId partner) => Query(connection => PartnerWordTable.Of(connection, partner));

    /// <returns>The words in use, or UnknownPartner, WordKnown.</returns>
    public StoreResult<IReadOnlyList<PartnerWord>> Add(PartnerId partner, PartnerWord word) => After(partner, transaction =>
        PartnerTable.Find(transaction.Connection!, partner, transaction) is null ? StoreFailureCode.UnknownPartner
        : !PartnerWordTable.Add(transaction, partner, word) ? StoreFailureCode.WordKnown
        : Audited(transaction, word.Author, "word.added", partner, word.Variable));

    /// <returns>The words in use, or WordWrong.</returns>
    public StoreResult<IReadOnlyList<PartnerWord>> Remove(PartnerId partner, long number, string actor) => After(partner, transaction =>
        PartnerWordTable.Remove(transaction, partner, number, actor, time.GetUtcNow())
            ? Audited(transaction, actor, "word.removed", partner, string.Empty)
            : StoreFailureCode.WordWrong);

    private StoreResult<IReadOnlyList<PartnerWord>> After(PartnerId partner, Func<SqliteTransaction, StoreResult<bool>> change)
    {
        StoreResult<bool> changed = StoreFault.Guard(() => catalogue.Write(change));
        return changed.Succeeded ? Of(partner) : changed.Failure!.Value;
    }

    private StoreResult<T> Query<T>(Func<SqliteConnection, T> work)
        where T : notnull => StoreFault.Guard<T>(() => catalogue.Read(work));

    private bool Audited(SqliteTransaction transaction, string actor, string action, PartnerId partner, string detail)
    {
        AuditTrail.Append(transaction, keys, new AuditEntry(0, time.GetUtcNow(), actor, action, partner.Value, detail));
        return true;
    }
}
