using System.IO.Compression;
using System.Xml;
using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>
/// Looks through a workbook before a spreadsheet library holds any of it: number, names and unpacked size of its entries, nested
/// archives, links out of the file, document types, overlong cells, and where formulas are.
/// </summary>
internal sealed class WorkbookScan
{
    private readonly Dictionary<string, List<CellPosition>> formulas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> sheetParts = [];

    private WorkbookScan()
    {
    }

    /// <summary>Formula cells of each sheet, in the order in which the workbook lists its sheets.</summary>
    public IReadOnlyList<IReadOnlyList<CellPosition>> Formulas =>
        [.. sheetParts.Select(part => formulas.TryGetValue(part, out List<CellPosition>? found) ? found : [])];

    /// <exception cref="WorkbookRefusedException">With the rule that is broken.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    /// <exception cref="XmlException">A part is damaged.</exception>
    public static WorkbookScan Scan(Stream file, ReadLimits limits, CancellationToken ct)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.ArchiveEntries)
        {
            throw new WorkbookRefusedException(RuleCode.ArchiveTooLarge);
        }

        var scan = new WorkbookScan();
        var budget = new UnpackBudget(limits.UnpackedBytes);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            ct.ThrowIfCancellationRequested();
            CheckName(entry);
            using var content = new LimitedStream(entry.Open(), budget);
            scan.ScanEntry(entry.FullName, content, limits, ct);
        }

        scan.sheetParts.AddRange(WorkbookParts.SheetsInOrder(archive, budget));
        return scan;
    }

    private static void CheckName(ZipArchiveEntry entry)
    {
        string name = entry.FullName;
        if (name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
            || name.Split('/').Contains("..", StringComparer.Ordinal))
        {
            throw new WorkbookRefusedException(RuleCode.ArchiveUnsafe);
        }

        if (entry.IsEncrypted)
        {
            throw new WorkbookRefusedException(RuleCode.WorkbookProtected);
        }
    }

    private void ScanEntry(string name, LimitedStream content, ReadLimits limits, CancellationToken ct)
    {
        bool xml = name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            WorkbookParts.CheckRelations(content);
        }
        else if (xml && name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase))
        {
            formulas[name] = SheetScan.Scan(content, limits, ct);
        }
        else if (xml)
        {
            // Shared texts and styles: a reader holds them whole, and a short text costs it several times its bytes.
            using var held = new LimitedStream(content, new UnpackBudget(limits.HeldBytes));
            TextScan.Scan(held, limits, ct);
        }
        else
        {
            Drain(content);
        }
    }

    private static void Drain(LimitedStream content)
    {
        Span<byte> block = stackalloc byte[4096];
        int read = content.ReadAtLeast(block, 4, throwOnEndOfStream: false);
        if (block[..read].StartsWith("PK\x03\x04"u8))
        {
            throw new WorkbookRefusedException(RuleCode.ArchiveUnsafe);
        }

        while (read > 0)
        {
            read = content.Read(block);
        }
    }
}
