using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>
/// The wrapped data keys of uploads, a file each, in a folder outside the store. A backup of the store holds no key, so that a key destroyed here leaves every copy of its
/// upload unreadable; that it was destroyed is remembered here too, for the day on which an older copy of the store comes back.
/// </summary>
internal sealed class UploadKeyFolder(string folder, KeyRing keys, TimeProvider time)
{
    private const string KeyEnding = ".key";
    private const string GoneEnding = ".gone";
    private const string PartEnding = ".part";

    /// <summary>Keeps a key; it is on the disk when this returns.</summary>
    public void Keep(DataKey key) => Write(PathOf(key.Id), WrappedKey.Of(key, keys, time.GetUtcNow()).Bytes);

    /// <exception cref="StoreException">The key is not there, damaged, or wrapped under one that is not in the ring.</exception>
    public DataKey Open(string id)
    {
        try
        {
            return WrappedKey.Read(File.ReadAllBytes(PathOf(id))).Unwrap(id, keys);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(StoreFailureCode.UploadKeyMissing);
        }
    }

    public bool Has(string id) => File.Exists(PathOf(id));

    public bool IsDestroyed(string id) => File.Exists(GoneOf(id));

    /// <summary>Destroys a key for good. That it is gone is kept first: killed between the two, it goes when the store is next opened.</summary>
    public void Destroy(string id)
    {
        if (!IsDestroyed(id))
        {
            Write(GoneOf(id), []);
        }

        // A process killed while it kept the key has left a second copy.
        Overwrite(PathOf(id));
        Overwrite(PathOf(id) + PartEnding);
        DurableFolder.Sync(folder);
    }

    private static void Overwrite(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        // A disk that writes elsewhere keeps the old bytes for a while; they are wrapped, and the ring lies on another.
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            file.Write(new byte[file.Length]);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    /// <summary>Wraps every key under the ring's current key that is wrapped under an earlier one; what cannot be opened stays as it is.</summary>
    public void Rewrap()
    {
        foreach (string id in Ids())
        {
            try
            {
                WrappedKey wrapped = WrappedKey.Read(File.ReadAllBytes(PathOf(id)));
                if (wrapped.KeyId != keys.IdFor(KeyPurpose.UploadKey))
                {
                    Write(PathOf(id), WrappedKey.Of(wrapped.Unwrap(id, keys), keys, wrapped.MadeAt).Bytes);
                }
            }
            catch (StoreException)
            {
                // Its upload says so when it is opened; the others must not wait for it.
            }
        }
    }

    /// <summary>Destroys keys that no upload owns: of intakes that were killed, and of uploads that an older copy of the store does not know.</summary>
    /// <param name="owned">Ids of all uploads' keys.</param>
    /// <param name="before">Only keys made before this moment: the older copy may have been the wrong one.</param>
    public void DestroyStray(IReadOnlySet<string> owned, DateTimeOffset before)
    {
        foreach (string id in Ids().Where(id => !owned.Contains(id)))
        {
            if (WrappedKey.Read(File.ReadAllBytes(PathOf(id))).MadeAt < before)
            {
                Destroy(id);
            }
        }
    }

    private IEnumerable<string> Ids() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + KeyEnding).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)
        : [];

    private string PathOf(string id) => Path.Combine(folder, id + KeyEnding);

    private string GoneOf(string id) => Path.Combine(folder, id + GoneEnding);

    private void Write(string path, byte[] content)
    {
        StoreFolder.CreateForOwner(folder);
        using (FileStream file = OwnerFile.Open(path + PartEnding, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + PartEnding, path, overwrite: true);
        DurableFolder.Sync(folder);
    }
}
