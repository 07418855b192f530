using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using Publication.Tables;
using Reports.Charts;
using Reports.Files;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>Writes the bulletin as a workbook in one language.</summary>
internal static class WorkbookWriter
{
    public static string FileName(Language language) => language == Language.Tr ? "bulletin.tr.xlsx" : "bulletin.en.xlsx";

    public static byte[] Write(ReportSource source, Language language) => Write(new WorkbookPlan(source, language));

    /// <summary>Cover, contents, notes and the sheets of one table.</summary>
    public static byte[] Write(ReportSource source, ReportTable table, Language language) => Write(new WorkbookPlan(source, language, table));

    private static byte[] Write(WorkbookPlan plan)
    {
        var language = plan.Language;
        var charts = new List<NativeChart>();
        using var stream = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            WriteProperties(workbook, plan);
            CoverSheet.Write(workbook.AddWorksheet(plan.CoverName), plan);
            ContentsSheet.Write(workbook.AddWorksheet(plan.ContentsName), plan);
            NotesSheet.Write(workbook.AddWorksheet(plan.NotesName), plan);
            var headers = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var planned in plan.Sheets)
            {
                var sheet = workbook.AddWorksheet(planned.Name);
                if (planned.Kind != SheetKind.Chart)
                {
                    headers[planned.Name] = TableSheet.Write(sheet, planned, plan);
                    continue;
                }

                var table = planned.View.Table;
                var labels = ChartSheet.Write(sheet, planned, plan);
                charts.Add(new NativeChart(planned, table.Number, headers[table.Number], labels, AltText.Of(plan.Source, table, ChartLabels.HiddenIn(planned.View), language)));
            }

            workbook.Worksheet(1).SetTabActive();
            workbook.SaveAs(stream);
        }

        stream.Position = 0;
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            NativeChartInserter.Insert(document, charts);
            RemoveEmptyNames(document);
            document.PackageProperties.Language = language == Language.Tr ? "tr-TR" : "en-GB";
        }

        stream.Position = 0;
        return PackageNormaliser.Normalise(stream);
    }

    // The library lists a print area and print titles for every sheet without defining them.
    private static void RemoveEmptyNames(SpreadsheetDocument document)
    {
        document.WorkbookPart!.Workbook.DefinedNames?.Remove();
        document.WorkbookPart.Workbook.Save();
        if (document.ExtendedFilePropertiesPart is { } extended)
        {
            extended.Properties.TitlesOfParts?.Remove();
            extended.Properties.HeadingPairs?.Remove();
            extended.Properties.Save();
        }
    }

    private static void WriteProperties(XLWorkbook workbook, WorkbookPlan plan)
    {
        // The day of publication at noon, whatever the clock says: the same release has the same bytes.
        var day = plan.Source.Header.PublicationDate.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        var author = plan.Source.Bulletin.Imprint.Publisher.In(plan.Language);
        workbook.Properties.Title = $"{plan.Source.Bulletin.Title.In(plan.Language)}, {Periods.Name(plan.Source.Period, plan.Language)}";
        workbook.Properties.Author = author;
        workbook.Properties.LastModifiedBy = author;
        workbook.Properties.Company = author;
        workbook.Properties.Created = day;
        workbook.Properties.Modified = day;
    }
}
