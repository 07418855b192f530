namespace Ingest.Formats;

/// <summary>A file after the checks that come before any library reads it: its table, or why there is none.</summary>
internal sealed class OpenedFile : IDisposable
{
    private OpenedFile(Stream stream, TableSource? table, FileFault fault)
    {
        Stream = stream;
        Table = table;
        Fault = fault;
    }

    public Stream Stream { get; }

    public TableSource? Table { get; }

    /// <summary>Where there is no table.</summary>
    public FileFault Fault { get; }

    /// <param name="file">Seekable; stays open and belongs to the caller.</param>
    public static OpenedFile Of(Stream file, ReadLimits limits, CancellationToken ct) =>
        TableSourceOpener.TryOpen(file, limits, ct, out TableSource? table, out FileFault fault)
            ? new OpenedFile(file, table, default)
            : new OpenedFile(file, table: null, fault);

    public void Dispose() => Table?.Dispose();
}
