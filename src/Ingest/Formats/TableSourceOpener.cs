using System.Diagnostics.CodeAnalysis;
using Ingest.Formats.Columnar;
using Ingest.Formats.Csv;
using Ingest.Formats.Xlsx;
using Ingest.Rules;

namespace Ingest.Formats;

/// <summary>Opens a file by its content, after the checks that must come before any library reads it.</summary>
internal static class TableSourceOpener
{
    private const int SniffBytes = 4096;

    /// <param name="file">Seekable; stays open and belongs to the caller.</param>
    public static bool TryOpen(
        Stream file, ReadLimits limits, CancellationToken ct, [NotNullWhen(true)] out TableSource? source, out FileFault fault)
    {
        source = null;
        fault = default;
        if (file.Length == 0)
        {
            fault = new FileFault(RuleCode.FileEmpty);
            return false;
        }

        if (file.Length > limits.FileBytes)
        {
            fault = new FileFault(RuleCode.FileTooLarge);
            return false;
        }

        Span<byte> start = stackalloc byte[SniffBytes];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, SniffBytes, throwOnEndOfStream: false)];
        file.Position = 0;
        if (FormatSniffer.IsOldOrProtectedWorkbook(start))
        {
            fault = new FileFault(RuleCode.WorkbookProtected);
            return false;
        }

        return FormatSniffer.Sniff(start) switch
        {
            FileFormat.Csv => CsvSource.TryOpen(file, limits, ct, out source, out fault),
            FileFormat.Xlsx => XlsxSource.TryOpen(file, limits, ct, out source, out fault),
            FileFormat.Arrow => ColumnarSource.TryOpen(file, FileFormat.Arrow, limits, out source, out fault),
            FileFormat.Parquet => ColumnarSource.TryOpen(file, FileFormat.Parquet, limits, out source, out fault),
            _ => Refuse(out fault),
        };
    }

    private static bool Refuse(out FileFault fault)
    {
        fault = new FileFault(RuleCode.FormatUnknown);
        return false;
    }
}
