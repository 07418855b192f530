using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Host.Samples.Shapes.Htcds;

/// <summary>
/// Writes a workbook part by part, rows as they come. Nothing in the file depends on the hour or on a compressor's version: entries are stored
/// with one fixed date, so the same rows give the same bytes. Only the shared strings are held until the end.
/// </summary>
internal sealed class WorkbookWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateTimeOffset Written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly string _sheetName;
    private readonly IReadOnlyList<(string Name, string[] Lines)> _furtherSheets;
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly XmlWriter _sheet;
    private long _uses;

    public WorkbookWriter(Stream stream, string sheetName, IReadOnlyList<(string Name, string[] Lines)> furtherSheets)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create);
        _sheetName = sheetName;
        _furtherSheets = furtherSheets;
        WriteText("[Content_Types].xml", WorkbookParts.ContentTypes(1 + _furtherSheets.Count));
        WriteText("_rels/.rels", WorkbookParts.PackageRelations);
        WriteText("xl/workbook.xml", WorkbookParts.Workbook([_sheetName, .. _furtherSheets.Select(further => further.Name)]));
        WriteText("xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(1 + _furtherSheets.Count));
        WriteText("xl/styles.xml", WorkbookParts.Styles);
        _sheet = Begin("xl/worksheets/sheet1.xml");
    }

    /// <summary>Rows written so far, which is the number of the last one.</summary>
    public int Rows { get; private set; }

    public void WriteRow(IReadOnlyList<SheetCell> cells, bool hidden = false)
    {
        Rows++;
        WriteRow(_sheet, Rows, cells, hidden);
    }

    public void Dispose()
    {
        End(_sheet);
        for (int i = 0; i < _furtherSheets.Count; i++)
        {
            XmlWriter further = Begin($"xl/worksheets/sheet{i + 2}.xml");
            int row = 0;
            foreach (string line in _furtherSheets[i].Lines)
                WriteRow(further, ++row, [SheetCell.Of(line)], hidden: false);
            End(further);
        }

        WriteStrings();
        _archive.Dispose();
    }

    public override string ToString() => _sheetName;

    private void WriteRow(XmlWriter xml, int row, IReadOnlyList<SheetCell> cells, bool hidden)
    {
        string rowNumber = row.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", rowNumber);
        if (hidden)
            xml.WriteAttributeString("hidden", "1");
        for (int i = 0; i < cells.Count; i++)
            WriteCell(xml, WorkbookParts.ColumnName(i) + rowNumber, cells[i]);
        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, string reference, SheetCell cell)
    {
        if (cell.Kind == SheetCellKind.Empty)
            return;
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        if (cell.Kind == SheetCellKind.Date)
            xml.WriteAttributeString("s", "1");
        if (cell.Kind == SheetCellKind.Text)
            xml.WriteAttributeString("t", "s");
        else if (cell.Kind == SheetCellKind.Truth)
            xml.WriteAttributeString("t", "b");
        int value = cell.Kind == SheetCellKind.Text ? Share(cell.Text) : cell.Number;
        xml.WriteElementString("v", Main, value.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private int Share(string text)
    {
        _uses++;
        if (!_strings.TryGetValue(text, out int index))
        {
            index = _strings.Count;
            _strings.Add(text, index);
        }

        return index;
    }

    private void WriteStrings()
    {
        using XmlWriter xml = Open("xl/sharedStrings.xml");
        xml.WriteStartElement("sst", Main);
        xml.WriteAttributeString("count", _uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", _strings.Count.ToString(CultureInfo.InvariantCulture));
        foreach ((string text, int _) in _strings.OrderBy(entry => entry.Value))
        {
            xml.WriteStartElement("si", Main);
            xml.WriteStartElement("t", Main);
            if (text.Length != text.AsSpan().Trim().Length)
                xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private XmlWriter Begin(string name)
    {
        XmlWriter xml = Open(name);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        return xml;
    }

    private static void End(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Dispose();
    }

    private XmlWriter Open(string name) => XmlWriter.Create(
        Entry(name), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, NewLineHandling = NewLineHandling.None });

    private void WriteText(string name, string content)
    {
        using var writer = new StreamWriter(Entry(name), new UTF8Encoding(false));
        writer.Write(content);
    }

    private Stream Entry(string name)
    {
        ZipArchiveEntry entry = _archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Written;
        return entry.Open();
    }
}
