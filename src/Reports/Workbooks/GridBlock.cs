using ClosedXML.Excel;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>Writes a grid into a sheet as an Excel table. Figures are numbers; a mark is text in the same column, aligned like a number.</summary>
internal static class GridBlock
{
    private const double LabelWidth = 46;
    private const double FigureWidth = 17;
    private const double Air = 3;

    /// <returns>The row of the header, from 1.</returns>
    public static int Write(SheetWriter writer, Grid grid, string tableName)
    {
        var sheet = writer.Sheet;
        var columns = grid.Columns.Count + 1;
        var header = writer.Take(grid.Rows.Count + 1);
        sheet.Column(1).Width = LabelWidth;
        sheet.Cell(header, 1).SetValue(grid.LabelHeader);
        for (var c = 0; c < grid.Columns.Count; c++)
        {
            sheet.Column(c + 2).Width = FigureWidth;
            sheet.Cell(header, c + 2).SetValue(grid.Columns[c].Header);
            sheet.Cell(header, c + 2).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        }

        sheet.Row(header).Height = 6 + grid.Columns.Max(c => TextLines.HeightOf(c.Header, FigureWidth * 0.85));
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            sheet.Row(header + 1 + r).Height = TextLines.HeightOf(grid.Rows[r].Label, LabelWidth) + Air;
            var label = sheet.Cell(header + 1 + r, 1);
            label.SetValue(grid.Rows[r].Label);
            label.Style.Alignment.WrapText = true;
            label.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
            for (var c = 0; c < grid.Columns.Count; c++)
            {
                WriteFigure(sheet.Cell(header + 1 + r, c + 2), grid.Rows[r].Figures[c], grid.Columns[c].Format);
            }
        }

        TableBlock.Make(sheet, header, grid.Rows.Count, columns, tableName);
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            if (grid.Rows[r].IsTotal)
            {
                TableBlock.RuleAbove(sheet, header + 1 + r, columns);
            }
        }

        return header;
    }

    private static void WriteFigure(IXLCell cell, Figure figure, FigureFormat format)
    {
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        cell.Style.NumberFormat.Format = format switch
        {
            FigureFormat.Count => "#,##0",
            FigureFormat.Percent => "0%",
            FigureFormat.Change => "+#,##0;\"−\"#,##0;0",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        if (!figure.IsShown)
        {
            cell.SetValue(Shorthand.Of(figure.State));
        }
        else if (format == FigureFormat.Percent)
        {
            cell.SetValue((double)Math.Round(figure.Value, 4, MidpointRounding.AwayFromZero));
        }
        else
        {
            cell.SetValue((double)figure.Value);
        }
    }
}
