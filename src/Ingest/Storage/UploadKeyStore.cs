using Ingest.Catalogue;

namespace Ingest.Storage;

/// <summary>The data keys of uploads as they stand against the catalogue.</summary>
public sealed class UploadKeyStore
{
    private readonly UploadKeyFolder folder;
    private readonly CatalogueDatabase catalogue;

    internal UploadKeyStore(UploadKeyFolder folder, CatalogueDatabase catalogue)
    {
        this.folder = folder;
        this.catalogue = catalogue;
    }

    /// <summary>Uploads that count and cannot be read, since their data key is missing.</summary>
    public StoreResult<IReadOnlyList<UploadId>> Missing() => StoreFault.Guard<IReadOnlyList<UploadId>>(() => catalogue.Read(connection => UploadTable.All(connection))
        .Where(u => u is { State: UploadState.Active, DestroyedAt: null, DataKey: { } key } && !folder.Has(key)).Select(u => u.Receipt.Id).ToArray());

    /// <summary>Destroys data keys that no upload of the catalogue owns, if they were made before a moment.</summary>
    public StoreResult<bool> DestroyStray(DateTimeOffset before) => StoreFault.Guard<bool>(() => catalogue.Write(transaction =>
    {
        folder.DestroyStray(UploadTable.All(transaction.Connection!, transaction).Select(u => u.DataKey).OfType<string>().ToHashSet(StringComparer.Ordinal), before);
        return true;
    }));
}
