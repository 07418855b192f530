using System.Globalization;
using System.Text;

namespace Host.Samples.Shapes.Htcds;

/// <summary>The fixed parts of a small workbook (ECMA-376): content types, relations, sheet list, two cell styles.</summary>
internal static class WorkbookParts
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public const string PackageRelations =
        $"{Declaration}<Relationships xmlns=\"{Package}/relationships\">"
        + $"<Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    /// <summary>Style 0 general, style 1 the short date of the reader's country.</summary>
    public const string Styles =
        $"{Declaration}<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    public static string ContentTypes(int sheets)
    {
        var text = new StringBuilder(Declaration);
        text.Append(CultureInfo.InvariantCulture, $"<Types xmlns=\"{Package}/content-types\">");
        text.Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        text.Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        text.Append(Override("/xl/workbook.xml", "sheet.main"));
        for (int i = 1; i <= sheets; i++)
            text.Append(Override(string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{i}.xml"), "worksheet"));
        text.Append(Override("/xl/styles.xml", "styles"));
        text.Append(Override("/xl/sharedStrings.xml", "sharedStrings"));
        return text.Append("</Types>").ToString();
    }

    public static string Workbook(IReadOnlyList<string> sheetNames)
    {
        var text = new StringBuilder(Declaration);
        text.Append(CultureInfo.InvariantCulture, $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>");
        for (int i = 0; i < sheetNames.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{sheetNames[i]}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        return text.Append("</sheets></workbook>").ToString();
    }

    public static string WorkbookRelations(int sheets)
    {
        var text = new StringBuilder(Declaration);
        text.Append(CultureInfo.InvariantCulture, $"<Relationships xmlns=\"{Package}/relationships\">");
        for (int i = 1; i <= sheets; i++)
            text.Append(Relation(i, "worksheet", string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{i}.xml")));
        text.Append(Relation(sheets + 1, "styles", "styles.xml"));
        text.Append(Relation(sheets + 2, "sharedStrings", "sharedStrings.xml"));
        return text.Append("</Relationships>").ToString();
    }

    /// <summary>Letters of a column, counted from 0: A, B, …, Z, AA.</summary>
    public static string ColumnName(int index) => index < 26
        ? ((char)('A' + index)).ToString()
        : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    private static string Override(string part, string kind) => $"<Override PartName=\"{part}\" ContentType=\"{Sheets}.{kind}+xml\"/>";

    private static string Relation(int id, string type, string target) => string.Create(
        CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{id}\" Type=\"{Office}/{type}\" Target=\"{target}\"/>");
}
