using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using ExcelDataReader;

namespace Benchmarks.Intake;

/// <summary>A workbook the whole way into the store, against ExcelDataReader alone.</summary>
internal static class XlsxBenchmark
{
    private const int Repetitions = 5;

    public static int Run(ReadOnlySpan<string> args)
    {
        // ExcelDataReader asks for windows-1252 when it starts.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        string folder = Directory.CreateTempSubdirectory("benchmark-xlsx-").FullName;
        try
        {
            string path = Path.Combine(folder, "agency.xlsx");
            Write(path, rows);
            var timing = new Timing(Repetitions);
            timing.InTurns(
                () => ReadAlone(path),
                () =>
                {
                    using var store = new BenchmarkStore();
                    store.Ingest(path, rows);
                });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"rows {rows}, {new FileInfo(path).Length >> 20} MiB, median of {Repetitions}"));
            timing.Print(0, "ExcelDataReader, every cell");
            timing.Print(1, "into the store");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long ReadAlone(string path)
    {
        using FileStream file = File.OpenRead(path);
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(file);
        long filled = 0;
        while (reader.Read())
        {
            for (int column = 0; column < reader.FieldCount; column++)
            {
                filled += reader.GetValue(column) is null ? 0 : 1;
            }
        }

        return filled;
    }

    private static void Write(string path, int rows)
    {
        var random = new Random(20262);
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.AddWorksheet("Vakalar");
        IEnumerable<string[]> all = Enumerable.Range(1, rows).Select(row => AgencyCsv.Row(row, random)).Prepend(AgencyCsv.Heading);
        sheet.Cell(1, 1).Style.NumberFormat.Format = "@";
        sheet.Cell(1, 1).InsertData(all);
        workbook.SaveAs(path);
    }
}
