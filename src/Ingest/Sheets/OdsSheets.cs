using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Ingest.Formats;
using Ingest.Formats.Xlsx;
using Ingest.Rules;

namespace Ingest.Sheets;

/// <summary>
/// The sheets of an OpenDocument spreadsheet. Runs of equal cells and rows are written once with a number of repetitions, which a hostile file can
/// set to anything: empty ones are skipped, others count against the limits.
/// </summary>
internal sealed class OdsSheets
{
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string TextNames = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private readonly ReadLimits _limits;
    private readonly List<Sheet> _sheets = [];
    private List<SheetCell[]> _rows = [];
    private List<SheetArea> _merged = [];
    private string _name = "";
    private int _row;
    private long _cells;

    private OdsSheets(ReadLimits limits) => _limits = limits;

    public static IReadOnlyList<Sheet> Read(Stream file, ReadLimits limits, CancellationToken ct)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.ArchiveEntries)
        {
            throw new WorkbookRefusedException(RuleCode.ArchiveTooLarge);
        }

        var entry = archive.GetEntry("content.xml")!;
        if (entry.IsEncrypted)
        {
            throw new WorkbookRefusedException(RuleCode.WorkbookProtected);
        }

        using var content = new LimitedStream(entry.Open(), new UnpackBudget(limits.UnpackedBytes));
        using var reader = PartReader.Open(content);
        var sheets = new OdsSheets(limits);
        sheets.ReadAll(reader, ct);
        return sheets._sheets;
    }

    private void ReadAll(XmlReader reader, CancellationToken ct)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Table && reader.LocalName == "table")
            {
                (_rows, _merged, _row, _name) = ([], [], 0, reader.GetAttribute("name", Table) ?? "");
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.NamespaceURI == Table && reader.LocalName == "table")
            {
                _sheets.Add(new Sheet(_name, _rows, _merged));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Table && reader.LocalName == "table-row")
            {
                ct.ThrowIfCancellationRequested();
                ReadRow(reader);
            }
        }
    }

    private void ReadRow(XmlReader reader)
    {
        var repeated = Repeated(reader, "number-rows-repeated");
        var cells = new List<SheetCell>();
        var pending = 0;
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Table && reader.LocalName is "table-cell" or "covered-table-cell")
                {
                    ReadCell(reader, cells, ref pending);
                }
            }
        }

        // A long run of empty rows ends the sheet; a short one is a gap that the layout means.
        var copies = cells.Count == 0 ? Math.Min(repeated, 2) : repeated;
        _cells += (long)copies * Math.Max(1, cells.Count);
        if (_cells > SheetReader.Cells || _rows.Count + copies > _limits.Rows)
        {
            throw new WorkbookRefusedException(RuleCode.TooManyRows);
        }

        _rows.AddRange(Enumerable.Repeat(cells.ToArray(), copies));
        _row += copies;
    }

    private void ReadCell(XmlReader reader, List<SheetCell> cells, ref int pending)
    {
        var repeated = Repeated(reader, "number-columns-repeated");
        int columns = Repeated(reader, "number-columns-spanned"), rows = Repeated(reader, "number-rows-spanned");
        var kind = reader.GetAttribute("value-type", Office);
        var value = reader.GetAttribute("value", Office);
        var at = cells.Count + pending;
        var text = reader.IsEmptyElement ? "" : TextOf(reader);
        if (columns > 1 || rows > 1)
        {
            _merged.Add(new SheetArea(_row, at, _row + Math.Min(rows, _limits.Rows) - 1, at + Math.Min(columns, _limits.Columns) - 1));
        }

        var isNumber = kind is "float" or "percentage" or "currency";
        if (text.Length == 0 && !isNumber)
        {
            pending += Math.Min(repeated, _limits.Columns + 1);
            return;
        }

        if (at + (long)repeated > _limits.Columns)
        {
            throw new WorkbookRefusedException(RuleCode.TooManyColumns, _row);
        }

        cells.AddRange(Enumerable.Repeat(SheetCell.Empty, pending));
        pending = 0;
        var cell = isNumber && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new SheetCell(number.ToString("R", CultureInfo.InvariantCulture), number, kind == "percentage" ? "0.0%" : "")
            : SheetCell.OfText(text);
        cells.AddRange(Enumerable.Repeat(cell, repeated));
    }

    /// <summary>The paragraphs of a cell; a note that hangs on the cell is not its text.</summary>
    private string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader is { NamespaceURI: Office, LocalName: "annotation" })
            {
                SkipInside(reader);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == TextNames)
            {
                text.Append(reader.LocalName switch
                {
                    "s" => new string(' ', Math.Min(Count(reader.GetAttribute("c", TextNames)), _limits.CellBytes)),
                    "tab" or "line-break" => " ",
                    "p" when text.Length > 0 => " ",
                    _ => "",
                });
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }

            if (text.Length > _limits.CellBytes)
            {
                throw new WorkbookRefusedException(RuleCode.WorkbookCellTooLong, _row);
            }
        }

        return text.ToString();
    }

    private static void SkipInside(XmlReader reader)
    {
        var depth = reader.Depth;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
        }
    }

    private static int Repeated(XmlReader reader, string name) => Count(reader.GetAttribute(name, Table));

    private static int Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Max(1, count) : 1;
}
