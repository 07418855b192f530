using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Ingest.Reading;

namespace Ingest.Tests.Formats;

/// <summary>Writes workbooks part by part, so that tests can make what no library would write.</summary>
internal sealed class SomeWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, byte[] Content)> parts = [];
    private readonly StringBuilder rows = new();

    /// <summary>Adds a row of text cells. A value beginning with = becomes a formula, # a number, ! raw cell content.</summary>
    public SomeWorkbook Row(int number, params string[] cells)
    {
        rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (int i = 0; i < cells.Length; i++)
        {
            string reference = ColumnLetter.Of(i) + number.ToString(CultureInfo.InvariantCulture);
            string value = SecurityElement.Escape(cells[i].Length > 0 ? cells[i][1..] : "")!;
            rows.Append(cells[i].Length == 0 ? "" : cells[i][0] switch
            {
                '=' => $"<c r=\"{reference}\"><f>{value}</f><v>1</v></c>",
                '#' => $"<c r=\"{reference}\"><v>{value}</v></c>",
                _ => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cells[i])}</t></is></c>",
            });
        }

        rows.Append("</row>");
        return this;
    }

    public SomeWorkbook Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public SomeWorkbook Part(string name, byte[] content)
    {
        parts.Add((name, content));
        return this;
    }

    public byte[] ToBytes(string? sheetXml = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write(archive, "_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(archive, "xl/workbook.xml", $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Write(archive, "xl/_rels/workbook.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Write(archive, "xl/worksheets/sheet1.xml", sheetXml ?? $"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            foreach ((string name, byte[] content) in parts)
            {
                Write(archive, name, content);
            }
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string content) => Write(archive, name, Encoding.UTF8.GetBytes(content));

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        using Stream part = archive.CreateEntry(name).Open();
        part.Write(content);
    }
}
