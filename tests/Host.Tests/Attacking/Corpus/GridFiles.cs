using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Host.Tests.Attacking.Corpus;

/// <summary>Writes sheets as CSV, XLSX and ODS with nothing but the base library, so that the reader under test has no brother here.</summary>
internal static class GridFiles
{
    public static byte[] Csv(Grid grid, char delimiter = ',') => Encoding.UTF8.GetBytes(string.Concat(grid.Rows.Select(r =>
        string.Join(delimiter, r.Select(c => c.AsSpan().IndexOfAny(delimiter, '"', '\n') >= 0 ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)) + "\n")));

    public static byte[] Xlsx(params Grid[] sheets)
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"/>")) + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>"),
        };
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>"
            + string.Concat(s.Rows.Select((r, y) => $"<row r=\"{y + 1}\">" + string.Concat(r.Select((c, x) => XlsxCell(c, At(y, x)))) + "</row>")) + "</sheetData>"
            + (s.Merged.Count == 0 ? "" : "<mergeCells>" + string.Concat(s.Merged.Select(m => $"<mergeCell ref=\"{At(m.Row, m.Column)}:{At(m.LastRow, m.LastColumn)}\"/>")) + "</mergeCells>")
            + "</worksheet>")));
        return Zip(parts);
    }

    public static byte[] Ods(params Grid[] sheets)
    {
        var content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
            + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
            + string.Concat(sheets.Select(s => $"<table:table table:name=\"{SecurityElement.Escape(s.Name)}\">"
                + string.Concat(s.Rows.Select((r, y) => "<table:table-row>" + string.Concat(r.Select((c, x) => OdsCell(s, c, y, x)))
                    + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"))
                + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"))
            + "</office:spreadsheet></office:body></office:document-content>";
        return Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]);
    }

    private static string OdsCell(Grid grid, string cell, int row, int column)
    {
        var merged = grid.Merged.FirstOrDefault(m => m.Row == row && m.Column == column);
        var span = merged == default ? "" : $" table:number-columns-spanned=\"{merged.LastColumn - column + 1}\" table:number-rows-spanned=\"{merged.LastRow - row + 1}\"";
        if (grid.Merged.Any(m => row >= m.Row && row <= m.LastRow && column >= m.Column && column <= m.LastColumn && (m.Row, m.Column) != (row, column)))
        {
            return "<table:covered-table-cell/>";
        }

        return cell.Length == 0 ? $"<table:table-cell{span}/>"
            : IsNumber(cell) ? $"<table:table-cell{span} office:value-type=\"float\" office:value=\"{cell}\"><text:p>{cell}</text:p></table:table-cell>"
            : $"<table:table-cell{span} office:value-type=\"string\"><text:p>{SecurityElement.Escape(cell)}</text:p></table:table-cell>";
    }

    private static string XlsxCell(string cell, string at) =>
        cell.Length == 0 ? "" : IsNumber(cell) ? $"<c r=\"{at}\"><v>{cell}</v></c>" : $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>";

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string At(int row, int column) => $"{(column >= 26 ? ((char)('A' + (column / 26) - 1)).ToString() : "")}{(char)('A' + (column % 26))}{Draw.Text(row + 1)}";

    private static byte[] Zip(IReadOnlyList<(string Name, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
