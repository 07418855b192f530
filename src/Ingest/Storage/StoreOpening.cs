using Ingest.Catalogue;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>What is done before a store can be used: made where there is none, brought to the newest version, and cleared of what a killed process left.</summary>
internal static class StoreOpening
{
    /// <returns>The opened catalogue.</returns>
    /// <exception cref="StoreException">The ring is not the store's, or another process holds the store.</exception>
    public static CatalogueDatabase Run(StoreFolder place, UploadKeyFolder uploadKeys, KeyRing keys, TimeProvider time)
    {
        place.Create();
        using FileStream opening = OpeningLock.Take(place.Lock);
        CatalogueDatabase catalogue = CatalogueDatabase.Open(place.Catalogue, keys);
        try
        {
            catalogue.Migrate();
            catalogue.Write(transaction =>
            {
                StoreKeyCheck.Require(transaction, keys);
                UploadKeySettling.Run(transaction, uploadKeys, keys, time.GetUtcNow());
                return RemoveLeftovers(transaction, place);
            });
            return catalogue;
        }
        catch
        {
            catalogue.Dispose();
            throw;
        }
    }

    /// <summary>Deletes what no upload owns.</summary>
    public static int RemoveLeftovers(SqliteTransaction transaction, StoreFolder folder) => folder.RemoveLeftovers(
        UploadTable.All(transaction.Connection!, transaction).Where(upload => upload.DestroyedAt is null).Select(upload => upload.FileName));
}
