using ClosedXML.Excel;
using Publication.Tables;
using Reports.Charts;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>A sheet for a native chart: what it finds, its description in words, and the names of its bars.</summary>
internal static class ChartSheet
{
    /// <returns>The row of the header of the table of names, from 1.</returns>
    public static int Write(IXLWorksheet sheet, PlannedSheet planned, WorkbookPlan plan)
    {
        var language = plan.Language;
        var view = planned.View;
        var writer = new SheetWriter(sheet, firstColumnWidth: 46);

        // A chart that is cut by the edge of the paper says nothing.
        sheet.PageSetup.FitToPages(1, 1);
        writer.Title(planned.Title);
        if (plan.Source.IsDraft)
        {
            writer.Warning(Words.Of(Word.DraftWarning, language));
        }

        writer.Lines(Words.Of(Word.OneChart, language));
        foreach (var state in planned.Grid.Marks)
        {
            writer.Lines(Shorthand.Explained(state, language));
        }

        writer.Lines(SourceLine.Of(plan.Source, language));
        writer.SheetLink(Words.Of(Word.GoToTable, language), view.Table.Number);
        writer.SheetLink(Words.Of(Word.GoToContents, language), plan.ContentsName);
        var rows = ChartLabels.RowsOf(view);
        var header = writer.Take(rows.Count + 1);
        sheet.Column(2).Width = 18;
        sheet.Column(3).Width = 3;
        sheet.Cell(header, 1).SetValue(Words.Of(Word.ChartNameColumn, language));
        sheet.Cell(header, 2).SetValue(Words.Of(Word.ChartStateColumn, language));
        for (var i = 0; i < rows.Count; i++)
        {
            sheet.Cell(header + 1 + i, 1).SetValue(ChartLabels.Of(view, rows[i]));
            sheet.Cell(header + 1 + i, 1).Style.Alignment.WrapText = true;
            sheet.Row(header + 1 + i).Height = TextLines.HeightOf(ChartLabels.Of(view, rows[i]), width: 46);
            sheet.Cell(header + 1 + i, 2).SetValue(StateOf(ChartLabels.MarkOf(view, rows[i]), language));
        }

        TableBlock.Make(sheet, header, rows.Count, columns: 2, planned.TableName);
        return header;
    }

    private static string StateOf(CellState? mark, Language language) => Words.Of(
        mark switch
        {
            null => Word.StateShown,
            CellState.Hidden => Word.StateHidden,
            _ => Word.StateMissing,
        },
        language);
}
