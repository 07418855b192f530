using System.Globalization;
using ClosedXML.Excel;
using Publication.Tables;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>The notes with their numbers, and the meaning of every mark.</summary>
internal static class NotesSheet
{
    private const double TextWidth = 110;

    public static void Write(IXLWorksheet sheet, WorkbookPlan plan)
    {
        var language = plan.Language;
        var writer = new SheetWriter(sheet, firstColumnWidth: 18);
        writer.Title(Words.Of(Word.NotesTitle, language));
        writer.Lines(Words.Of(Word.OneTable, language));
        foreach (var state in new[] { CellState.Hidden, CellState.NotApplicable, CellState.NotAvailable })
        {
            writer.Lines(Shorthand.Explained(state, language));
        }

        writer.SheetLink(Words.Of(Word.GoToContents, language), plan.ContentsName);
        if (plan.Notes.Count == 0)
        {
            return;
        }

        var header = writer.Take(plan.Notes.Count + 1);
        sheet.Column(2).Width = TextWidth;
        sheet.Cell(header, 1).SetValue(Words.Of(Word.NoteColumn, language));
        sheet.Cell(header, 2).SetValue(Words.Of(Word.TextColumn, language));
        for (var i = 0; i < plan.Notes.Count; i++)
        {
            sheet.Cell(header + 1 + i, 1).SetValue(IdOf(i + 1, language));
            sheet.Cell(header + 1 + i, 2).SetValue(plan.Notes[i]);
            sheet.Cell(header + 1 + i, 2).Style.Alignment.WrapText = true;
            sheet.Row(header + 1 + i).Height = TextLines.HeightOf(plan.Notes[i], TextWidth);
        }

        TableBlock.Make(sheet, header, plan.Notes.Count, columns: 2, "Notes");
    }

    public static string IdOf(int number, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{Words.Of(Word.Note, language)} {number}");
}
