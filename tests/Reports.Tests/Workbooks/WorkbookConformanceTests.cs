using ClosedXML.Excel;
using Publication.Tables;

namespace Reports.Tests.Workbooks;

/// <summary>The checker must see what it is there to see: each of these breaks one rule of a good workbook.</summary>
public sealed class WorkbookConformanceTests
{
    public static TheoryData<string> Mistakes => ["merged", "frozen", "filter", "hidden row", "hidden column", "hidden sheet", "text among figures", "blank cell", "formula", "unknown mark", "unexplained mark"];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void PlantedMistake_IsSeen(string mistake)
    {
        using var stream = new MemoryStream(SomeWorkbook.Write("quarter", Language.Tr));
        using var book = new XLWorkbook(stream);
        Plant(mistake, book, book.Worksheet("T2"));
        using var spoilt = new MemoryStream();
        book.SaveAs(spoilt);

        Assert.Contains(WorkbookConformance.Check(spoilt.ToArray(), "tr-TR"), b => b.Contains("T2", StringComparison.Ordinal));
    }

    private static void Plant(string mistake, XLWorkbook book, IXLWorksheet sheet)
    {
        var data = sheet.Tables.Single().DataRange;
        switch (mistake)
        {
            case "merged": sheet.Range("A1:C1").Merge(); break;
            case "frozen": sheet.SheetView.FreezeRows(3); break;
            case "filter": sheet.Tables.Single().ShowAutoFilter = true; break;
            case "hidden row": sheet.Row(2).Hide(); break;
            case "hidden column": sheet.Column(2).Hide(); break;
            case "hidden sheet": book.Worksheet("T2").Hide(); break;
            case "text among figures": data.Cell(1, 2).SetValue("az"); break;
            case "blank cell": data.Cell(1, 2).Clear(XLClearOptions.Contents); break;
            case "formula": data.Cell(1, 2).FormulaA1 = "1+1"; break;
            case "unknown mark": data.Cell(1, 2).SetValue("[q]"); break;
            case "unexplained mark": data.Cell(1, 2).SetValue("[x]"); break;
            default: throw new ArgumentOutOfRangeException(nameof(mistake));
        }
    }
}
