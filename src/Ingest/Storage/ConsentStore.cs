using System.Text;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Ingest.Schema;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>Withdrawn consents: entered by partner and case number, of which a keyed mark alone is kept; carried out in every file, and kept out of every later one.</summary>
public sealed class ConsentStore
{
    /// <summary>Characters of the longest case number.</summary>
    public const int LongestCaseNumber = 200;

    private readonly CaseStore store;
    private readonly CatalogueDatabase catalogue;
    private readonly StoreFolder folder;
    private readonly TimeProvider time;

    internal ConsentStore(CaseStore store, CatalogueDatabase catalogue, StoreFolder folder, TimeProvider time)
    {
        this.store = store;
        this.catalogue = catalogue;
        this.folder = folder;
        this.time = time;
    }

    /// <summary>Newest first.</summary>
    public StoreResult<IReadOnlyList<ConsentWithdrawal>> All() => Query(ConsentTable.All);

    /// <summary>What is to be kept beside the store, in the order in which it was entered.</summary>
    public StoreResult<IReadOnlyList<ConsentMark>> Marks() => Query(connection => ConsentTable.Marks(connection));

    /// <summary>Whether every file has been looked through for every withdrawal.</summary>
    public StoreResult<bool> IsSettled() => Query(ConsentTable.IsSettled);

    /// <summary>Keeps that consent was withdrawn; the number of the case is forgotten here. Entered again, it is the first one.</summary>
    /// <param name="partner">Whose case it is.</param>
    /// <param name="caseNumber">As it stands in the partner's files.</param>
    /// <param name="withdrawnOn">Day on which consent was withdrawn.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who enters it.</param>
    /// <param name="beside">Keeps it beside the store; called before it counts as entered, and what it throws undoes the entry.</param>
    /// <returns>The withdrawal, or UnknownPartner, CaseNumberWrong.</returns>
    public StoreResult<ConsentMark> Enter(
        PartnerId partner, string caseNumber, DateOnly withdrawnOn, ConsentReason reason, string actor, Action<ConsentMark> beside)
    {
        ArgumentNullException.ThrowIfNull(caseNumber);
        ArgumentNullException.ThrowIfNull(beside);
        // As the importer does: blanks around a cell are none of it, anything else is.
        if (caseNumber.Trim(' ') is not { Length: > 0 and <= LongestCaseNumber } number || number.Any(char.IsControl))
        {
            return StoreFailureCode.CaseNumberWrong;
        }

        string mark = MarkOf(partner, number);
        return StoreFault.Guard(() => catalogue.Write<StoreResult<ConsentMark>>(transaction =>
        {
            if (PartnerTable.Find(transaction.Connection!, partner, transaction) is null)
            {
                return StoreFailureCode.UnknownPartner;
            }

            IReadOnlyList<ConsentMark> known = ConsentTable.Marks(transaction.Connection!, transaction);
            if (known.FirstOrDefault(k => k.Partner == partner && string.Equals(k.Mark, mark, StringComparison.Ordinal)) is { } same)
            {
                return same;
            }

            var entered = new ConsentMark(new ConsentId(Last(known) + 1), partner, mark, withdrawnOn, reason, actor, time.GetUtcNow());
            Add(transaction, entered);
            beside(entered);
            return entered;
        }));
    }

    /// <summary>Enters again what a restored store has forgotten.</summary>
    /// <param name="kept">What is kept beside the store.</param>
    /// <returns>How many were missing.</returns>
    public StoreResult<int> Replay(IReadOnlyList<ConsentMark> kept) => StoreFault.Guard(() => catalogue.Write<StoreResult<int>>(transaction =>
    {
        IReadOnlyList<ConsentMark> known = ConsentTable.Marks(transaction.Connection!, transaction);
        var marks = known.Select(k => (k.Partner, k.Mark)).ToHashSet();
        long last = Last(known);
        int missing = 0;
        foreach (ConsentMark mark in kept.Where(k => marks.Add((k.Partner, k.Mark))))
        {
            if (PartnerTable.Find(transaction.Connection!, mark.Partner, transaction) is null)
            {
                // An older store may not know the partner yet, and then has none of its files. It is asked again at every start.
                continue;
            }

            // Never below a number that files have been looked through for.
            last = Math.Max(last + 1, mark.Id.Number);
            Add(transaction, mark with { Id = new ConsentId(last) });
            missing++;
        }

        return missing;
    }));

    /// <summary>Takes every withdrawn case out of every file; after an interruption it carries on.</summary>
    /// <returns>How many records went; or the failure of the first file that could not be looked through, the others being done.</returns>
    public StoreResult<int> CarryOut(CodeLists lists, CancellationToken cancellationToken) =>
        StoreFault.Guard(() => new ConsentSweep(store, catalogue, folder, new Codebook(lists), time).Run(cancellationToken));

    private string MarkOf(PartnerId partner, string number)
    {
        byte[] key = new byte[Cases.CaseBatch.KeyBytes];
        byte[] text = Encoding.UTF8.GetBytes(number);
        var pseudonymiser = new Pseudonymiser(store.Keys, partner);
        pseudonymiser.CaseKey(text, key);
        pseudonymiser.Finish();
        Array.Clear(text);
        return WithdrawnCases.MarkOf(key, store.Keys);
    }

    private void Add(SqliteTransaction transaction, ConsentMark mark)
    {
        ConsentTable.Add(transaction, mark);
        AuditTrail.Append(transaction, store.Keys, new AuditEntry(0, time.GetUtcNow(), mark.RecordedBy, "consent.withdrawn", mark.Id.ToString(), mark.Partner.Value));
    }

    private static long Last(IReadOnlyList<ConsentMark> known) => known.Count == 0 ? 0 : known[^1].Id.Number;

    private StoreResult<T> Query<T>(Func<SqliteConnection, T> work)
        where T : notnull => StoreFault.Guard<T>(() => catalogue.Read(work));
}
