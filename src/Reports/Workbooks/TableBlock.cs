using ClosedXML.Excel;

namespace Reports.Workbooks;

/// <summary>Makes an Excel table of written cells, in the calm style of the workbook: no filter, no stripes, one line under the header.</summary>
internal static class TableBlock
{
    public static void Make(IXLWorksheet sheet, int firstRow, int rows, int columns, string name)
    {
        var table = sheet.Range(firstRow, 1, firstRow + rows, columns).CreateTable(name);
        table.ShowAutoFilter = false;
        table.ShowRowStripes = false;
        table.Theme = XLTableTheme.None;
        var header = sheet.Range(firstRow, 1, firstRow, columns);
        header.Style.Font.Bold = true;
        header.Style.Font.FontColor = SheetWriter.Ink;
        header.Style.Alignment.WrapText = true;
        header.Style.Alignment.Vertical = XLAlignmentVerticalValues.Bottom;
        header.Style.Border.BottomBorder = XLBorderStyleValues.Medium;
        header.Style.Border.BottomBorderColor = SheetWriter.Ink;
    }

    public static void RuleAbove(IXLWorksheet sheet, int row, int columns)
    {
        var total = sheet.Range(row, 1, row, columns);
        total.Style.Font.Bold = true;
        total.Style.Border.TopBorder = XLBorderStyleValues.Thin;
        total.Style.Border.TopBorderColor = SheetWriter.Ink;
    }
}
