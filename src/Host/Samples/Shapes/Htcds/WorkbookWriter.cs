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

    private readonly ZipArchive archive;
    private readonly string sheetName;
    private readonly IReadOnlyList<(string Name, string[] Lines)> furtherSheets;
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);
    private readonly XmlWriter sheet;
    private long uses;

    public WorkbookWriter(Stream stream, string sheetName, IReadOnlyList<(string Name, string[] Lines)> furtherSheets)
    {
        archive = new ZipArchive(stream, ZipArchiveMode.Create);
        this.sheetName = sheetName;
        this.furtherSheets = furtherSheets;
        WriteText("[Content_Types].xml", WorkbookParts.ContentTypes(1 + furtherSheets.Count));
        WriteText("_rels/.rels", WorkbookParts.PackageRelations);
        WriteText("xl/workbook.xml", WorkbookParts.Workbook([sheetName, .. furtherSheets.Select(further => further.Name)]));
        WriteText("xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelations(1 + furtherSheets.Count));
        WriteText("xl/styles.xml", WorkbookParts.Styles);
        sheet = Begin("xl/worksheets/sheet1.xml");
    }

    /// <summary>Rows written so far, which is the number of the last one.</summary>
    public int Rows { get; private set; }

    public void WriteRow(IReadOnlyList<SheetCell> cells, bool hidden = false)
    {
        Rows++;
        WriteRow(sheet, Rows, cells, hidden);
    }

    public void Dispose()
    {
        End(sheet);
        for (int i = 0; i < furtherSheets.Count; i++)
        {
            XmlWriter further = Begin($"xl/worksheets/sheet{i + 2}.xml");
            int row = 0;
            foreach (string line in furtherSheets[i].Lines)
                WriteRow(further, ++row, [SheetCell.Of(line)], hidden: false);
            End(further);
        }

        WriteStrings();
        archive.Dispose();
    }

    public override string ToString() => sheetName;

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
        uses++;
        if (!strings.TryGetValue(text, out int index))
        {
            index = strings.Count;
            strings.Add(text, index);
        }

        return index;
    }

    private void WriteStrings()
    {
        using XmlWriter xml = Open("xl/sharedStrings.xml");
        xml.WriteStartElement("sst", Main);
        xml.WriteAttributeString("count", uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", strings.Count.ToString(CultureInfo.InvariantCulture));
        foreach ((string text, int _) in strings.OrderBy(entry => entry.Value))
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
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Written;
        return entry.Open();
    }
}
