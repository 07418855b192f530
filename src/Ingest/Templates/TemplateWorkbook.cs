using ClosedXML.Excel;

namespace Ingest.Templates;

/// <summary>A template as a workbook: headings, cells that offer the words of their list, and a second sheet with all lists.</summary>
public static class TemplateWorkbook
{
    private const int Rows = 500;
    private const double WidestColumn = 40;

    // What a spreadsheet shows beside a cell may be no longer.
    private const int LongestTitle = 32;
    private const int LongestMessage = 255;

    // A workbook carries the moment of its making; this one does not depend on it.
    private static readonly DateTime Made = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="template">Which.</param>
    /// <param name="language"><c>tr</c> or <c>en</c>: of the words.</param>
    public static byte[] Write(Template template, string language)
    {
        ArgumentNullException.ThrowIfNull(template);
        using var book = new XLWorkbook();
        book.Properties.Created = Made;
        book.Properties.Modified = Made;
        book.Properties.Author = "";
        var sheet = book.AddWorksheet(language == "tr" ? "Kayıtlar" : "Records");
        var lists = book.AddWorksheet(language == "tr" ? "Listeler" : "Lists");
        for (var i = 0; i < template.Columns.Count; i++)
        {
            Write(template.Columns[i], i + 1, sheet, lists, language);
        }

        sheet.SheetView.FreezeRows(1);
        using var memory = new MemoryStream();
        book.SaveAs(memory);
        return memory.ToArray();
    }

    private static void Write(TemplateColumn column, int number, IXLWorksheet sheet, IXLWorksheet lists, string language)
    {
        var heading = column.Heading.In(language);
        var words = column.Words.Select(w => w.In(language)).Distinct(StringComparer.Ordinal).ToArray();
        Head(sheet.Cell(1, number), heading);
        if (words.Length > 0)
        {
            // Not the heading alone: a sheet that begins with the headings of the shape would be taken for a second sheet of records.
            Head(lists.Cell(1, number), $"{(language == "tr" ? "Liste" : "List")}: {heading}");
        }

        if (column.IsRequired)
        {
            sheet.Cell(1, number).Style.Fill.BackgroundColor = XLColor.FromHtml("#DCE9F5");
        }

        var width = Math.Min(WidestColumn, words.Append(heading).Max(w => w.Length) + 2);
        sheet.Column(number).Width = lists.Column(number).Width = width;
        var cells = sheet.Range(2, number, Rows + 1, number);
        cells.Style.NumberFormat.Format = column.Kind == TemplateKind.Date ? "dd.mm.yyyy" : column.Kind == TemplateKind.Number ? "0" : "@";
        for (var i = 0; i < words.Length; i++)
        {
            lists.Cell(i + 2, number).Style.NumberFormat.Format = "@";
            lists.Cell(i + 2, number).SetValue(words[i]);
        }

        if (column.Kind == TemplateKind.Choice && words.Length > 0)
        {
            var offered = cells.SetDataValidation();
            offered.List(lists.Range(2, number, words.Length + 1, number), inCellDropdown: true);
            if (column.OnlyFor.Count > 0)
            {
                offered.InputTitle = Fitting(heading, LongestTitle);
                offered.InputMessage = Fitting((language == "tr" ? "Yalnızca: " : "Only for: ") + string.Join("; ", column.OnlyFor.Select(w => w.In(language))), LongestMessage);
            }
        }
    }

    private static string Fitting(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static void Head(IXLCell cell, string text)
    {
        cell.SetValue(text);
        cell.Style.Font.Bold = true;
        cell.Style.Alignment.WrapText = true;
    }
}
