using System.Globalization;
using CsvHelper;

namespace Ingest.Intake;

/// <summary>The findings of a report as a table for a spreadsheet: one line for each row of the partner's file that is named, and none of the file's values.</summary>
public static class ReportCsv
{
    /// <param name="report">The findings.</param>
    /// <param name="language"><c>tr</c> or <c>en</c>; Turkish spreadsheets part their cells by semicolons.</param>
    public static byte[] Write(ValidationReport report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var memory = new MemoryStream();
        var options = new CsvWriterOptions { Separator = language == "tr" ? ';' : ',', Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        using (var csv = CsvWriter.Create(memory, options, leaveOpen: true))
        {
            csv.WriteRecord(["rule", "severity", "column", "letter", "row", "count", "text", "expected"]);
            foreach (var finding in report.Findings)
            {
                foreach (var row in finding.Rows.Count == 0 ? [""] : finding.Rows.Select(r => r.ToString(CultureInfo.InvariantCulture)))
                {
                    csv.WriteRecord(
                    [
                        $"{finding.Rule}",
                        $"{finding.Severity}",
                        finding.Column ?? "",
                        finding.ColumnLetter ?? "",
                        row,
                        finding.Count.ToString(CultureInfo.InvariantCulture),
                        finding.Text.In(language),
                        finding.Expected?.In(language) ?? "",
                    ]);
                }
            }
        }

        return memory.ToArray();
    }
}
