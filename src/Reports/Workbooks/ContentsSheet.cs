using ClosedXML.Excel;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>The list of sheets, each with a link.</summary>
internal static class ContentsSheet
{
    private const double TextWidth = 110;

    public static void Write(IXLWorksheet sheet, WorkbookPlan plan)
    {
        var writer = new SheetWriter(sheet, firstColumnWidth: 18);
        writer.Title(Words.Of(Word.ContentsTitle, plan.Language));
        writer.Lines(Words.Of(Word.OneTable, plan.Language));
        var rows = plan.Sheets.Select(s => (s.Name, s.Title)).Prepend((Name: plan.NotesName, Title: Words.Of(Word.NotesTitle, plan.Language))).ToArray();
        var header = writer.Take(rows.Length + 1);
        sheet.Column(2).Width = TextWidth;
        sheet.Cell(header, 1).SetValue(Words.Of(Word.SheetColumn, plan.Language));
        sheet.Cell(header, 2).SetValue(Words.Of(Word.TitleColumn, plan.Language));
        for (var i = 0; i < rows.Length; i++)
        {
            var link = sheet.Cell(header + 1 + i, 1);
            link.SetValue(rows[i].Name);
            link.Hyperlink = new XLHyperlink($"'{rows[i].Name}'!A1", rows[i].Title);
            SheetWriter.StyleLink(link);
            sheet.Cell(header + 1 + i, 2).SetValue(rows[i].Title);
            sheet.Cell(header + 1 + i, 2).Style.Alignment.WrapText = true;
            sheet.Row(header + 1 + i).Height = TextLines.HeightOf(rows[i].Title, TextWidth);
        }

        TableBlock.Make(sheet, header, rows.Length, columns: 2, "Contents");
    }
}
