using System.Runtime.InteropServices;
using System.Text;
using Ingest.Pseudonymise;

namespace Ingest.Sealing;

/// <summary>Reads and renews the head of a database file through SQLite's access to the system, so that no lock of a connection is let go.</summary>
internal static unsafe class DatabaseHead
{
    /// <summary>The first bytes of a file; zeros where it is shorter.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path)
    {
        var head = new byte[SealHead.Bytes];
        With(path, file => file.Read(head, 0) is SqliteCode.ShortRead ? SqliteCode.Ok : file.Read(head, 0));
        return head;
    }

    /// <summary>Puts the head under the ring's present key, one copy after the other.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Renew(string path, byte[] dataKey, KeyRing keys)
    {
        foreach (var place in SealHead.Places)
        {
            var copy = SealHead.Copy(dataKey, keys);
            With(path, file => file.Write(copy, place) is not SqliteCode.Ok and var code ? code : file.Sync());
        }
    }

    private static void With(string path, Func<SystemFile, int> work)
    {
        var system = SqliteLibrary.Find(null);

        // SQLite looks for parameters behind the name; two more zeros say that there are none.
        var name = Encoding.UTF8.GetBytes(path + "\0\0\0");
        var memory = (SqliteFile*)NativeMemory.AllocZeroed((nuint)system->FileBytes);
        try
        {
            fixed (byte* start = name)
            {
                int opened;
                var code = system->Open(system, start, memory, SqliteCode.OpenReadWrite | SqliteCode.OpenMainDatabase, &opened);
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
                    throw new IOException($"The head of a database cannot be reached: SQLite {code}.");
                }
            }
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }
}
