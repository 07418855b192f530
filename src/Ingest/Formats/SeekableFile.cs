namespace Ingest.Formats;

/// <summary>A file that can be read more than once. What cannot seek (standard input, a request body) is held in memory, never on disk.</summary>
internal sealed class SeekableFile : IAsyncDisposable
{
    private readonly bool owned;

    private SeekableFile(Stream stream, bool owned)
    {
        Stream = stream;
        this.owned = owned;
    }

    public Stream Stream { get; }

    /// <summary>Stops copying a little above the size limit: the file is then refused for its size.</summary>
    public static async Task<SeekableFile> OfAsync(Stream file, CancellationToken ct)
    {
        if (file.CanSeek)
        {
            return new SeekableFile(file, owned: false);
        }

        const int Block = 1 << 16;
        var memory = new MemoryStream();
        byte[] block = new byte[Block];
        int read;
        while (memory.Length <= ReadLimits.Default.FileBytes && (read = await file.ReadAsync(block, ct).ConfigureAwait(false)) > 0)
        {
            memory.Write(block, 0, read);
        }

        memory.Position = 0;
        return new SeekableFile(memory, owned: true);
    }

    public ValueTask DisposeAsync() => owned ? Stream.DisposeAsync() : ValueTask.CompletedTask;
}
