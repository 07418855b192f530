namespace Ingest.Sealing;

/// <summary>
/// A file through SQLite's own access to the system. A database must be opened in no other way while the process may hold connections to it: closing any other
/// handle would let go the locks of all of them (POSIX record locks belong to the process).
/// </summary>
internal readonly unsafe struct SystemFile(SqliteFile* file)
{
    public SqliteFile* Pointer { get; } = file;

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

    public int Sync() => Pointer->Methods->Sync(Pointer, SqliteCode.SyncNormal);

    public int Size(out long bytes)
    {
        long size;
        var code = Pointer->Methods->FileSize(Pointer, &size);
        bytes = size;
        return code;
    }

    public int Close() => Pointer->Methods->Close(Pointer);
}
