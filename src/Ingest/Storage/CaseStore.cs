using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>
/// The case store: one encrypted Parquet file for each accepted upload, and the catalogue that says which of them count. All or
/// nothing at any moment, for several processes at once. The keys stay outside.
/// </summary>
public sealed class CaseStore : IDisposable
{
    /// <summary>Who acts where no person does.</summary>
    public const string System = "system";

    private readonly StoreFolder folder;
    private readonly CatalogueDatabase catalogue;
    private readonly TimeProvider time;

    private CaseStore(StoreFolder folder, CatalogueDatabase catalogue, KeyRing keys, UploadKeyFolder uploadKeys, TimeProvider time, IIntakeObserver observer)
    {
        this.folder = folder;
        this.catalogue = catalogue;
        this.time = time;
        Keys = keys;
        UploadKeys = uploadKeys;
        Observer = observer;
    }

    internal KeyRing Keys { get; }

    internal UploadKeyFolder UploadKeys { get; }

    internal IIntakeObserver Observer { get; }

    /// <summary>Figures of indicators, which lie beside the cases.</summary>
    internal FigureStore Figures => new(this, folder, catalogue, time);

    /// <summary>Partners' own words for codes.</summary>
    internal WordStore Words => new(catalogue, Keys, time);

    /// <summary>Consents that were withdrawn.</summary>
    public ConsentStore Consents => new(this, catalogue, folder, time);

    /// <summary>Which data keys are missing, and which nobody owns.</summary>
    public UploadKeyStore DataKeys => new(UploadKeys, catalogue);

    private NilReturnIntake Nothing => new(catalogue, Keys, time);

    private UploadRemoval Removal => new(folder, catalogue, Keys, UploadKeys, time);

    /// <summary>Opens the store in a folder, making it if there is none, and clears up what a killed process left.</summary>
    /// <param name="folder">Of the store.</param>
    /// <param name="uploadKeys">Folder of the uploads' data keys, outside the store's: what is destroyed in it reaches every copy of the store.</param>
    /// <param name="keys">The ring.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The store, or KeyUnavailable, StoreBusy, DiskFull, StoreUnreachable.</returns>
    public static StoreResult<CaseStore> Open(string folder, string uploadKeys, KeyRing keys, TimeProvider time) =>
        Open(folder, uploadKeys, keys, time, TracedIntake.Instance);

    internal static StoreResult<CaseStore> Open(string folder, string uploadKeys, KeyRing keys, TimeProvider time, IIntakeObserver observer) =>
        StoreFault.Guard<CaseStore>(() =>
        {
            var place = new StoreFolder(folder);
            var keyFolder = new UploadKeyFolder(uploadKeys, keys, time);
            return new CaseStore(place, StoreOpening.Run(place, keyFolder, keys, time), keys, keyFolder, time, observer);
        });

    /// <summary>Registers a partner, or changes what the register says about it.</summary>
    public StoreResult<Partner> Register(Partner partner, string actor = System)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return Change<Partner>(transaction =>
        {
            PartnerTable.Save(transaction, partner, time.GetUtcNow());
            AuditTrail.Append(transaction, Keys, new AuditEntry(0, time.GetUtcNow(), actor, "partner.registered", partner.Id.Value, string.Empty));
            return partner;
        });
    }

    public StoreResult<IReadOnlyList<Partner>> Partners() => Query(connection => PartnerTable.All(connection));

    public StoreResult<Partner> FindPartner(PartnerId id) => StoreFault.Guard<Partner>(() =>
        catalogue.Read(connection => PartnerTable.Find(connection, id)) is { } partner ? partner : StoreFailureCode.UnknownPartner);

    /// <summary>All uploads ever accepted, in order of acceptance.</summary>
    public StoreResult<IReadOnlyList<StoredUpload>> Uploads() => Query(connection => UploadTable.All(connection));

    public StoreResult<StoredUpload> FindUpload(UploadId id) => StoreFault.Guard<StoredUpload>(() =>
        catalogue.Read(connection => UploadTable.Find(connection, id)) is { } upload ? upload : StoreFailureCode.UnknownUpload);

    /// <summary>The receipt of the same bytes by the same partner, if they were accepted and still count; else empty.</summary>
    internal StoreResult<IReadOnlyList<Receipt>> FindReceipt(PartnerId partner, string sha256) => Query<IReadOnlyList<Receipt>>(connection =>
        UploadTable.FindSame(connection, partner, sha256) is { } same ? [same.Receipt] : []);

    /// <summary>One partner's uploads, newest first. The question itself names the partner.</summary>
    public StoreResult<IReadOnlyList<StoredUpload>> UploadsOf(PartnerId partner) => Query(connection => UploadTable.Of(connection, partner));

    /// <summary>One partner's upload; another's is unknown.</summary>
    public StoreResult<StoredUpload> FindUpload(UploadId id, PartnerId owner) => StoreFault.Guard<StoredUpload>(() =>
        catalogue.Read(connection => UploadTable.Find(connection, id, owner: owner)) is { } upload ? upload : StoreFailureCode.UnknownUpload);

    /// <summary>An upload withdrawn counts no more; its file stays until it is destroyed.</summary>
    /// <param name="id">Number.</param>
    /// <param name="reason">Why; no case in it.</param>
    /// <param name="actor">Who.</param>
    /// <param name="owner">Whose it must be where a partner acts; another's is unknown.</param>
    public StoreResult<StoredUpload> Withdraw(UploadId id, string reason, string actor = System, PartnerId? owner = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return StoreFault.Guard(() => Removal.Withdraw(id, reason, actor, owner));
    }

    /// <summary>Destroys the key and the file of an upload that no longer counts and keeps a record that it was.</summary>
    public StoreResult<StoredUpload> Destroy(UploadId id, string reason, string actor = System)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return StoreFault.Guard(() => Removal.Destroy(id, reason, actor));
    }

    /// <summary>Closes a year: the files of all uploads that came in it or before are destroyed, a record of each is kept, and records of it enter no more.</summary>
    /// <param name="year">Published, and counted from nowhere any more.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <returns>How many files went.</returns>
    public StoreResult<int> CloseYear(int year, string reason, string actor = System)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return StoreFault.Guard(() => new YearClosing(Removal, catalogue, Keys, time).Close(year, reason, actor));
    }

    /// <returns>The last year whose files were destroyed, 0 where there is none.</returns>
    public StoreResult<int> LastClosedYear() => Query(connection => ClosedYearTable.Last(connection) ?? 0);

    /// <summary>All nil returns ever given, in their order.</summary>
    public StoreResult<IReadOnlyList<NilReturn>> NilReturns() => Query(connection => NilReturnTable.All(connection));

    /// <summary>Keeps a partner's word that it had no case in a quarter. Said again, it is the first one.</summary>
    /// <param name="partner">Who says so.</param>
    /// <param name="quarter"><c>2025-Q3</c>.</param>
    /// <param name="actor">Who entered it.</param>
    /// <returns>The nil return, or UnknownPartner, RecordsReported.</returns>
    public StoreResult<NilReturn> ReportNothing(PartnerId partner, string quarter, string actor = System) => StoreFault.Guard(() => Nothing.Report(partner, quarter, actor));

    /// <summary>One partner's nil returns, newest first.</summary>
    public StoreResult<IReadOnlyList<NilReturn>> NilReturnsOf(PartnerId partner) => Query(connection => NilReturnTable.Of(connection, partner));

    /// <summary>A nil return withdrawn stands no more; the quarter is owed again.</summary>
    /// <param name="id">Number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="owner">Whose it must be where a partner acts; another's is unknown.</param>
    public StoreResult<NilReturn> WithdrawNothing(NilReturnId id, string reason, string actor = System, PartnerId? owner = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return StoreFault.Guard(() => Nothing.Withdraw(id, reason, actor, owner));
    }

    public StoreResult<IReadOnlyList<AuditEntry>> AuditEntries() => Query(connection => AuditTrail.All(connection));

    /// <summary>Adds an entry to the audit chain. Without it the action must not happen: check the result first.</summary>
    public StoreResult<bool> Record(string actor, string action, string subject, string detail) => Change<bool>(transaction =>
    {
        AuditTrail.Append(transaction, Keys, new AuditEntry(0, time.GetUtcNow(), actor, action, subject, detail));
        return true;
    });

    /// <param name="entry">Number of an entry; none for the last.</param>
    /// <returns>Number and code of the entry; 0 and nothing where there is none.</returns>
    public StoreResult<(long Entry, string Hash)> AuditLink(long? entry) => Query(connection => AuditTrail.LinkOf(connection, entry));

    /// <returns>0 where the whole chain holds, else the number of the first entry that does not.</returns>
    public StoreResult<long> FirstBrokenAuditEntry() => Query(connection => AuditTrail.FirstBroken(connection, Keys) ?? 0);

    public void Dispose() => catalogue.Dispose();

    /// <summary>Reserves a number and opens the encrypted temporary file for an upload.</summary>
    internal StoreResult<PendingUpload> Begin(PartnerId partner, Codebook codebook, UploadId? replaces = null, string reason = "") =>
        StoreFault.Guard(() => new UploadBeginning(this, folder, catalogue, time).Begin(partner, codebook, replaces, reason));

    /// <summary>Makes a finished temporary file part of the store.</summary>
    internal StoreResult<Receipt> Accept(PendingUpload pending, string temporaryPath, UploadFacts facts, UploadTally tally) =>
        new UploadAcceptance(folder, catalogue, Keys, UploadKeys, time, Observer).Accept(pending.Plan, temporaryPath, facts, tally);

    /// <summary>Deletes what no upload owns; the catalogue alone knows whether a failed intake was kept.</summary>
    internal void ClearUp() => _ = StoreFault.Guard<int>(() => catalogue.Write(transaction => StoreOpening.RemoveLeftovers(transaction, folder)));

    /// <exception cref="StoreException">The key is not in the ring, the file is missing, damaged or too new, or was written anew since the upload was looked up.</exception>
    internal CaseFileReader OpenFile(StoredUpload upload, IReadOnlyList<string> columns, Codebook codebook, StoredCases block)
    {
        byte[] key = CaseFileKey.Of(upload, upload.Edition, Keys, UploadKeys);
        string path = folder.PathOf(upload.FileName);
        if (!File.Exists(path))
        {
            StoredUpload? present = catalogue.Read(connection => UploadTable.Find(connection, upload.Receipt.Id));
            throw new StoreException(present is null || present.FileName == upload.FileName ? StoreFailureCode.FileDamaged : StoreFailureCode.StoreChanged);
        }

        return CaseFileReader.Open(path, key, upload.Receipt.Id.ToString(), columns, codebook, block);
    }

    private StoreResult<T> Change<T>(Func<SqliteTransaction, StoreResult<T>> work)
        where T : notnull => StoreFault.Guard(() => catalogue.Write(work));

    private StoreResult<T> Query<T>(Func<SqliteConnection, T> work)
        where T : notnull => StoreFault.Guard<T>(() => catalogue.Read(work));
}
