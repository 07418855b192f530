using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Ingest.Formats;
using Ingest.Formats.Xlsx;
using Ingest.Rules;

namespace Ingest.Sheets;

/// <summary>All sheets of an XLSX workbook, hidden ones and hidden rows included: whoever downloads it can show them.</summary>
internal static class XlsxSheets
{
    static XlsxSheets() =>
        // ExcelDataReader's configuration asks for code page 1252 even where no old workbook is read.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<Sheet> Read(Stream file, ReadLimits limits, CancellationToken ct)
    {
        WorkbookScan.Scan(file, limits, ct);
        file.Position = 0;
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = new List<Sheet>();
            long cells = 0;
            do
            {
                var rows = new List<SheetCell[]>();
                while (reader.Read())
                {
                    ct.ThrowIfCancellationRequested();
                    cells += reader.FieldCount;
                    if (reader.FieldCount > limits.Columns || cells > SheetReader.Cells)
                    {
                        throw new WorkbookRefusedException(reader.FieldCount > limits.Columns ? RuleCode.TooManyColumns : RuleCode.TooManyRows, rows.Count);
                    }

                    rows.Add(Row(reader));
                }

                sheets.Add(new Sheet(reader.Name, rows, [.. (reader.MergeCells ?? []).Select(m => new SheetArea(m.FromRow, m.FromColumn, m.ToRow, m.ToColumn))]));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (Exception failure) when (failure is ExcelReaderException or XmlException or IOException or FormatException or OverflowException
            or ArgumentException or NullReferenceException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // The scan has read every part to its end, so what the library still trips over is a workbook it does not understand.
            throw new WorkbookRefusedException(RuleCode.WorkbookDamaged);
        }
    }

    private static SheetCell[] Row(IExcelDataReader reader)
    {
        var row = new SheetCell[reader.FieldCount];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = reader.GetValue(column) switch
            {
                null => SheetCell.Empty,
                string text => SheetCell.OfText(text),
                double number => OfNumber(number, reader.GetNumberFormatString(column)),
                int number => OfNumber(number, reader.GetNumberFormatString(column)),
                DateTime day => new SheetCell(DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                bool answer => new SheetCell(answer ? "TRUE" : "FALSE"),
                _ => SheetCell.Empty,
            };
        }

        return row;
    }

    private static SheetCell OfNumber(double number, string? format) => new(number.ToString("R", CultureInfo.InvariantCulture), number, format ?? "");
}
