using System.Security.Cryptography;
using Ingest.Pseudonymise;
using Ingest.Storage;
using Microsoft.Data.Sqlite;

namespace Ingest.Sealing;

/// <summary>
/// A SQLite database whose file, log, journals and temporaries are encrypted. Its own key lies in its head, encrypted under the ring. A plain database of an
/// earlier version is sealed when it is opened, and the plain one overwritten.
/// </summary>
public sealed class SealedDatabase
{
    private readonly string path;
    private readonly string files;

    private SealedDatabase(string path, byte[] dataKey)
    {
        this.path = path;
        files = SealedFileSystem.For(dataKey);
    }

    /// <summary>Opens a database, making an empty one where there is none. The caller keeps other processes from opening it meanwhile.</summary>
    /// <exception cref="SealException">It does not open; nothing was changed.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static SealedDatabase Open(string path, KeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(keys);
        var place = Path.GetFullPath(path);
        PlainDatabase.Mend(place);
        if (new FileInfo(place) is not { Exists: true, Length: > 0 })
        {
            return new SealedDatabase(place, Make(place, keys));
        }

        var head = DatabaseHead.Read(place);
        if (PlainDatabase.IsOne(head))
        {
            return new SealedDatabase(place, PlainDatabase.Seal(place, keys));
        }

        if (!SealHead.TryRead(head, keys, out var read, out var isCurrent, out var fault))
        {
            throw new SealException(fault.Fault, Path.GetFileName(place), fault.KeyId);
        }

        if (!isCurrent)
        {
            DatabaseHead.Renew(place, read, keys);
        }

        return new SealedDatabase(place, read.DataKey);
    }

    /// <summary>For connections to this database; the caller adds what else it wants.</summary>
    public SqliteConnectionStringBuilder Connection() => new() { DataSource = path, Vfs = files };

    /// <summary>The database is there, and no plain one of an earlier version, which <see cref="Open"/> would seal under the ring it is given.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsSealed(string path) => new FileInfo(path) is { Exists: true, Length: > 0 } && !PlainDatabase.IsOne(DatabaseHead.Read(Path.GetFullPath(path)));

    /// <summary>Writes an empty database: a head with a fresh key, there whole or not at all.</summary>
    /// <returns>Its key.</returns>
    internal static byte[] Make(string path, KeyRing keys)
    {
        var dataKey = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes);
        var begun = path + ".new";
        using (var stream = OwnerFile.Open(begun, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(SealHead.New(dataKey, keys));
            stream.Flush(flushToDisk: true);
        }

        File.Move(begun, path, overwrite: true);
        DurableFolder.Sync(Path.GetDirectoryName(path)!);
        return dataKey;
    }
}
