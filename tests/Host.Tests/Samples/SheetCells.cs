using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Host.Tests.Samples;

/// <summary>The first sheet of a workbook as text by row and column letter, read from its parts without a spreadsheet library.</summary>
public static class SheetCells
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static IReadOnlyDictionary<(int Row, string Column), string> Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        string[] strings = [.. Load(archive, "xl/sharedStrings.xml").Descendants(Main + "si").Select(item => item.Value)];
        var cells = new Dictionary<(int, string), string>();
        foreach (XElement cell in Load(archive, "xl/worksheets/sheet1.xml").Descendants(Main + "c"))
        {
            string reference = cell.Attribute("r")!.Value;
            string column = reference.TrimEnd("0123456789".ToCharArray());
            int row = int.Parse(reference[column.Length..], NumberStyles.None, CultureInfo.InvariantCulture);
            string value = cell.Element(Main + "v")!.Value;
            cells[(row, column)] = cell.Attribute("t")?.Value == "s" ? strings[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)] : value;
        }

        return cells;
    }

    public static XDocument Load(ZipArchive archive, string part)
    {
        using Stream stream = archive.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }
}
