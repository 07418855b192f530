using System.Globalization;

namespace Benchmarks.Intake;

/// <summary>A CSV file the whole way into the store, against CsvHelper reading the same fields; and what it costs in memory.</summary>
internal static class CsvBenchmark
{
    private const int Repetitions = 5;

    public static int Run(ReadOnlySpan<string> args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        string folder = Directory.CreateTempSubdirectory("benchmark-csv-").FullName;
        try
        {
            string path = Path.Combine(folder, "agency.csv");
            AgencyCsv.Write(path, rows);
            var timing = new Timing(Repetitions);
            timing.InTurns(() => CsvHelperRead.Strings(path), () => CsvHelperRead.Spans(path), () => Ingest(path, rows));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"rows {rows}, {new FileInfo(path).Length >> 20} MiB, median of {Repetitions}"));
            timing.Print(0, "CsvHelper, every field as a string");
            timing.Print(1, "CsvHelper, every field as bytes in its buffer");
            timing.Print(2, "into the store: read, check, pseudonymise, encrypt, fsync");

            // Memory grows by tables that double, so the slope is taken over a factor of eight.
            (long quarter, long whole, long twice) = (Peak(folder, rows / 4), Peak(folder, rows), Peak(folder, rows * 2));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"peak memory {whole >> 20} MiB; {quarter >> 20} MiB for a quarter of the rows, {twice >> 20} MiB for twice as many: {(double)(twice - quarter) / ((rows * 2) - (rows / 4)):F0} bytes a row above a constant"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Peak(string folder, int rows)
    {
        string path = Path.Combine(folder, "peak.csv");
        AgencyCsv.Write(path, rows);
        return PeakMemory.OfChild("csv-peak", path, rows.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What the child process does: one file in, its peak memory out.</summary>
    public static int Peak(ReadOnlySpan<string> args)
    {
        Ingest(args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        Console.WriteLine(PeakMemory.Own());
        return 0;
    }

    private static void Ingest(string path, int rows)
    {
        using var store = new BenchmarkStore();
        store.Ingest(path, rows);
    }
}
