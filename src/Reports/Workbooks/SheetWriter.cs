using ClosedXML.Excel;

namespace Reports.Workbooks;

/// <summary>Writes a sheet from the top, line by line, in column A.</summary>
internal sealed class SheetWriter
{
    public const string FontName = "Arial";

    // Dark blue of the Analysis Function's palette: 10:1 against white.
    public static readonly XLColor Ink = XLColor.FromHtml("#12436D");

    private const double BodySize = 11;

    public SheetWriter(IXLWorksheet sheet, double firstColumnWidth)
    {
        Sheet = sheet;
        sheet.ShowGridLines = false;
        sheet.Style.Font.FontName = FontName;
        sheet.Style.Font.FontSize = BodySize;
        sheet.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        sheet.Column(1).Width = firstColumnWidth;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.Cell(1, 1).SetActive();
    }

    public IXLWorksheet Sheet { get; }

    /// <summary>The next free row, from 1.</summary>
    public int Row { get; private set; } = 1;

    public void Title(string text)
    {
        var cell = Line(text);
        cell.WorksheetRow().Height = 28;
        cell.Style.Font.FontSize = 16;
        cell.Style.Font.Bold = true;
        cell.Style.Font.FontColor = Ink;
    }

    public void Heading(string text)
    {
        var cell = Line(text);
        cell.Style.Font.FontSize = 13;
        cell.Style.Font.Bold = true;
        cell.Style.Font.FontColor = Ink;
        cell.WorksheetRow().Height = 26;
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
    }

    /// <summary>A warning in bold.</summary>
    public void Warning(string text)
    {
        var cell = Line(text);
        cell.Style.Font.Bold = true;
        cell.Style.Font.FontColor = XLColor.FromHtml("#801650");
    }

    public void Lines(string text)
    {
        foreach (var line in TextLines.Break(text))
        {
            Line(line);
        }
    }

    public void Wrapped(string text)
    {
        var cell = Line(text);
        cell.Style.Alignment.WrapText = true;
        cell.WorksheetRow().Height = TextLines.HeightOf(text, Sheet.Column(1).Width);
    }

    public void SheetLink(string text, string sheet)
    {
        var cell = Line(text);
        cell.Hyperlink = new XLHyperlink($"'{sheet}'!A1", text);
        StyleLink(cell);
    }

    public void FileLink(string text, string file)
    {
        var cell = Line(text);
        cell.Hyperlink = new XLHyperlink(new Uri(file, UriKind.Relative), text);
        StyleLink(cell);
    }

    public static void StyleLink(IXLCell cell)
    {
        cell.Style.Font.FontColor = Ink;
        cell.Style.Font.Underline = XLFontUnderlineValues.Single;
        cell.Style.Font.FontName = FontName;
        cell.Style.Font.FontSize = BodySize;
    }

    /// <summary>Takes rows for a table and returns the first of them.</summary>
    public int Take(int rows)
    {
        var first = Row;
        Row += rows;
        return first;
    }

    private IXLCell Line(string text)
    {
        var cell = Sheet.Cell(Row++, 1);
        cell.SetValue(text);
        cell.WorksheetRow().Height = TextLines.LineHeight;
        return cell;
    }
}
