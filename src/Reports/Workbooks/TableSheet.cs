using ClosedXML.Excel;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>A sheet with one table: title, what it says, marks, why it is as coarse as it is, source, then the table.</summary>
internal static class TableSheet
{
    /// <returns>The row of the table's header, from 1.</returns>
    public static int Write(IXLWorksheet sheet, PlannedSheet planned, WorkbookPlan plan)
    {
        var language = plan.Language;
        var table = planned.View.Table;
        var writer = new SheetWriter(sheet, firstColumnWidth: 46);
        writer.Title(planned.Title);
        if (plan.Source.IsDraft)
        {
            writer.Warning(Words.Of(Word.DraftWarning, language));
        }

        writer.Lines(Words.Of(Word.OneTable, language));
        if (planned.Kind == SheetKind.Table && FindingSentence.Write(plan.Source, table, language) is { } finding)
        {
            writer.Lines($"{finding}.");
        }

        foreach (var state in planned.Grid.Marks)
        {
            writer.Lines(Shorthand.Explained(state, language));
        }

        writer.Lines(table.Published.Reason.In(language));
        foreach (var note in table.Declared?.Notes ?? [])
        {
            writer.Lines($"[{NotesSheet.IdOf(plan.NumberOf(note), language)}] {note.In(language)}");
        }

        writer.Lines(SourceLine.Of(plan.Source, language));
        writer.SheetLink(Words.Of(Word.GoToContents, language), plan.ContentsName);
        return GridBlock.Write(writer, planned.Grid, planned.TableName);
    }
}
