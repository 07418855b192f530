using System.IO.Compression;
using System.Xml;
using Ingest.Formats;
using Ingest.Formats.Csv;
using Ingest.Formats.Xlsx;
using Ingest.Rules;

namespace Ingest.Sheets;

/// <summary>
/// Reads published tables whole: CSV, XLSX and ODS, told by content. The same checks as for partners' files come first (size unpacked, entries,
/// document types, links out of the file), since other people's workbooks are no safer.
/// </summary>
public static class SheetReader
{
    /// <summary>A publication is small: 64 MiB as received, 512 MiB unpacked, 200,000 rows a sheet, 4,000,000 cells a file.</summary>
    internal static ReadLimits Limits { get; } = new() { FileBytes = 64 << 20, UnpackedBytes = 512L << 20, Rows = 200_000, Columns = 4_096 };

    internal const int Cells = 4_000_000;

    /// <param name="file">Seekable; stays open and belongs to the caller.</param>
    /// <param name="ct">Cancels between rows.</param>
    public static SheetReading Read(Stream file, CancellationToken ct)
    {
        try
        {
            return Fault(file, out var start) is { } fault ? new SheetReading([], fault) : new SheetReading(Open(file, start, ct));
        }
        catch (WorkbookRefusedException refusal)
        {
            return new SheetReading([], refusal.Fault.Rule);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or NotSupportedException)
        {
            return new SheetReading([], RuleCode.WorkbookDamaged);
        }
    }

    private static RuleCode? Fault(Stream file, out byte[] start)
    {
        start = new byte[Math.Min(4096, file.Length)];
        file.Position = 0;
        file.ReadExactly(start);
        return file.Length == 0 ? RuleCode.FileEmpty
            : file.Length > Limits.FileBytes ? RuleCode.FileTooLarge
            : FormatSniffer.IsOldOrProtectedWorkbook(start) ? RuleCode.WorkbookProtected
            : FormatSniffer.Sniff(start) is FileFormat.Csv or FileFormat.Xlsx ? null : RuleCode.FormatUnknown;
    }

    private static IReadOnlyList<Sheet> Open(Stream file, byte[] start, CancellationToken ct)
    {
        if (FormatSniffer.Sniff(start) == FileFormat.Csv)
        {
            return CsvSource.TryOpen(file, Limits, ct, out var text, out var fault) ? [TextSheet.Read(text, ct)] : throw new WorkbookRefusedException(fault.Rule);
        }

        // The scan unpacks every part once and counts; it knows the parts of both kinds of workbook.
        return IsOpenDocument(file) ? OdsSheets.Read(file, Limits, ct) : XlsxSheets.Read(file, Limits, ct);
    }

    private static bool IsOpenDocument(Stream file)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return archive.GetEntry("content.xml") is not null && archive.GetEntry("xl/workbook.xml") is null;
    }
}
