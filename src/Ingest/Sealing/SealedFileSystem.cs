using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Sealing;

/// <summary>
/// Gives SQLite sealed files under a name (its VFS interface, <c>sqlite.org/vfs.html</c>). Locks, shared memory and everything else about a file stay the
/// system's. One name for each database key; a name once given stays for the life of the process, as SQLite wants it.
/// </summary>
internal static unsafe class SealedFileSystem
{
    private static readonly Lock Alone = new();

    /// <returns>The name to open connections under (<c>Vfs</c> of a connection string).</returns>
    public static string For(byte[] dataKey)
    {
        var keys = new SealedKeys(dataKey);
        lock (Alone)
        {
            if (SqliteLibrary.Find(keys.Name) is null)
            {
                Register(keys);
            }
        }

        return keys.Name;
    }

    private static void Register(SealedKeys keys)
    {
        var system = SqliteLibrary.Find(null);
        var name = Encoding.UTF8.GetBytes(keys.Name + '\0');
        var files = (SqliteVfs*)NativeMemory.AllocZeroed((nuint)(sizeof(SqliteVfs) + name.Length));
        *files = *system;
        files->Version = Math.Min(system->Version, 3);
        files->FileBytes = SealedHandle.Bytes + system->FileBytes;
        files->Next = null;
        files->Name = (byte*)(files + 1);
        name.CopyTo(new Span<byte>(files->Name, name.Length));
        files->State = GCHandle.ToIntPtr(GCHandle.Alloc(keys));
        files->Open = &Open;
        if (SqliteLibrary.Register(files, asDefault: 0) is not SqliteCode.Ok and var code)
        {
            throw new IOException($"SQLite took no files of its own: {code}.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(SqliteVfs* files, byte* path, SqliteFile* file, int flags, int* opened)
    {
        file->Methods = null;
        var system = SqliteLibrary.Find(null);
        var beneath = SealedHandle.Beneath(file);
        beneath->Methods = null;
        var code = system->Open(system, path, beneath, flags, opened);
        try
        {
            if (code == SqliteCode.Ok)
            {
                code = SealedHandle.Put(file, (SealedKeys)GCHandle.FromIntPtr(files->State).Target!, flags);
            }
        }
        catch (Exception)
        {
            // No exception may pass through SQLite; it hears that the file does not open.
            code = SqliteCode.CannotOpen;
        }

        if (code != SqliteCode.Ok && beneath->Methods is not null)
        {
            beneath->Methods->Close(beneath);
        }

        return code;
    }
}
