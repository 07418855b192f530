using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Sealing;

/// <summary>
/// A file through SQLite's own access to the system. A database must be opened in no other way while the process may hold connections to it: closing any other
/// handle would let go the locks of all of them (POSIX record locks belong to the process).
/// </summary>
internal readonly unsafe struct SystemFile(SqliteFile* file)
{
    private const string Border = "\0\0\0\0";

    public SqliteFile* Pointer { get; } = file;

    /// <summary>Opens a file that is there, as it lies on the disk, and closes it again.</summary>
    /// <param name="path">Whole path.</param>
    /// <param name="work">What to do with it; answers SQLite's code.</param>
    /// <exception cref="IOException">It does not open, or <paramref name="work"/> did not end well.</exception>
    public static void Use(string path, Func<SystemFile, int> work)
    {
        var system = SqliteLibrary.Find(null);

        // SQLite looks for parameters behind the name, and for the name before them: four zeros on either side say that there is nothing else.
        var name = Encoding.UTF8.GetBytes(Border + path + Border);
        var memory = (SqliteFile*)NativeMemory.AllocZeroed((nuint)system->FileBytes);
        try
        {
            fixed (byte* start = name)
            {
                int opened;
                var code = system->Open(system, start + Border.Length, memory, SqliteCode.OpenReadWrite | SqliteCode.OpenMainDatabase, &opened);
                if (code == SqliteCode.Ok)
                {
                    code = work(new SystemFile(memory));
                }

                if (memory->Methods is not null)
                {
                    memory->Methods->Close(memory);
                }

                if (code != SqliteCode.Ok)
                {
                    throw new IOException($"A database cannot be reached: SQLite {code}.");
                }
            }
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    public int Read(Span<byte> into, long at)
    {
        fixed (byte* start = into)
        {
            return Pointer->Methods->Read(Pointer, start, into.Length, at);
        }
    }

    public int Write(ReadOnlySpan<byte> from, long at)
    {
        fixed (byte* start = from)
        {
            return Pointer->Methods->Write(Pointer, start, from.Length, at);
        }
    }

    public int Truncate(long bytes) => Pointer->Methods->Truncate(Pointer, bytes);

    public int Sync(int flags = SqliteCode.SyncNormal) => Pointer->Methods->Sync(Pointer, flags);

    public int Size(out long bytes)
    {
        long size;
        var code = Pointer->Methods->FileSize(Pointer, &size);
        bytes = size;
        return code;
    }

    public int Close() => Pointer->Methods->Close(Pointer);
}
