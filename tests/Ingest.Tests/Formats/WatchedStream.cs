using System.Collections.Concurrent;

namespace Ingest.Tests.Formats;

/// <summary>Bytes that know which threads read them.</summary>
internal sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    private readonly ConcurrentDictionary<int, int> readers = new();

    public IEnumerable<int> Readers => readers.Keys;

    public override int Read(Span<byte> buffer)
    {
        readers[Environment.CurrentManagedThreadId] = 1;
        return base.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        readers[Environment.CurrentManagedThreadId] = 1;
        return base.Read(buffer, offset, count);
    }
}
