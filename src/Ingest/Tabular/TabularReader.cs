using System.Diagnostics.CodeAnalysis;
using Ingest.Formats;

namespace Ingest.Tabular;

/// <summary>Reads any table into codes, its format told by its first bytes: delimited text in UTF-8 (a byte order mark may stand before it), Arrow IPC or Parquet.</summary>
public static class TabularReader
{
    private const int SniffBytes = 16;

    /// <returns>False, and the fault, where the file cannot be read as a table.</returns>
    public static bool TryRead(string path, TabularOptions options, CancellationToken ct, [NotNullWhen(true)] out TabularFile? file, out TabularFault fault)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            file = null;
            fault = new TabularFault(TabularFaultCode.Unopenable);
            return false;
        }

        using (stream)
        {
            return TryRead(stream, options, ct, out file, out fault);
        }
    }

    /// <param name="stream">Seekable; read from its beginning, and left open.</param>
    /// <param name="options">How to read.</param>
    /// <param name="ct">Looked at every few thousand rows.</param>
    /// <param name="file">The table.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryRead(Stream stream, TabularOptions options, CancellationToken ct, [NotNullWhen(true)] out TabularFile? file, out TabularFault fault)
    {
        Span<byte> start = stackalloc byte[SniffBytes];
        stream.Position = 0;
        start = start[..stream.ReadAtLeast(start, SniffBytes, throwOnEndOfStream: false)];
        stream.Position = 0;
        switch (FormatSniffer.Sniff(start))
        {
            case FileFormat.Csv:
                return DelimitedTable.TryRead(stream, options, ct, out file, out fault);
            case var format and (FileFormat.Arrow or FileFormat.Parquet):
                return ColumnarTable.TryRead(stream, format, options, ct, out file, out fault);
            default:
                file = null;
                fault = new TabularFault(TabularFaultCode.Unreadable);
                return false;
        }
    }
}
