using Ingest.Pseudonymise;

namespace Ingest.Sealing;

/// <summary>Reads and renews the head of a database file through SQLite's access to the system, so that no lock of a connection is let go.</summary>
internal static class DatabaseHead
{
    /// <summary>The first bytes of a file; zeros where it is shorter.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path)
    {
        var head = new byte[SealHead.Bytes];
        SystemFile.Use(path, file => file.Read(head, 0) is not SqliteCode.ShortRead and var code ? code : SqliteCode.Ok);
        return head;
    }

    /// <summary>Puts the head under the ring's present key, one copy after the other; the one that was read comes last, as the other may be damaged.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Renew(string path, SealHead read, KeyRing keys, Action<int>? written = null)
    {
        foreach (var place in SealHead.Places.OrderBy(place => place == read.Place))
        {
            var copy = SealHead.Copy(read.DataKey, keys);
            SystemFile.Use(path, file => file.Write(copy, place) is not SqliteCode.Ok and var code ? code : file.Sync());
            written?.Invoke(place);
        }
    }
}
