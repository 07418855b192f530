using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Web;

namespace Benchmarks.RecordFiles;

/// <summary>The whole program on Adult and its likenesses: search warm (median of several in one process) and the process from start to end, cold.</summary>
internal static class RecordFileBenchmark
{
    private const int Eight = 8;

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "adult.csv.gz")))
        {
            Console.Error.WriteLine("records FOLDER [ROWS]: the folder has adult.csv.gz and its hierarchies");
            return 2;
        }

        int most = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
        var adult = new ResampledAdult(args[0]);
        string folder = Directory.CreateTempSubdirectory("records-").FullName;
        try
        {
            Console.WriteLine($"{"",-46} {"search",9} {"process",9} {"processor",9} {"peak",7}");
            string own = Path.Combine(folder, "adult.csv");
            adult.Write(own, rows: 0);
            foreach (string limit in new[] { "0", "0.02", "1" })
            {
                Measure($"adult, 8 attributes, limit {limit}", adult, own, Eight, 41, "--suppression-limit", limit);
            }

            Measure("adult, 9 attributes, limit 1", adult, own, 9, 7, "--suppression-limit", "1");
            Measure("adult, 8 attributes, limit 0.02, local", adult, own, Eight, 7, "--suppression-limit", "0.02", "--recoding", "local");
            Measure("adult, 8 attributes, limit 0.02, cells", adult, own, Eight, 7, "--suppression-limit", "0.02", "--recoding", "cells");
            for (int rows = 10_000; rows <= most; rows *= 10)
            {
                string file = Path.Combine(folder, "resampled.csv");
                adult.Write(file, rows);
                foreach (string limit in new[] { "0", "0.02" })
                {
                    Measure(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, 8 attributes, limit {limit}"), adult, file, Eight, 5, "--suppression-limit", limit);
                }

                Measure(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, 8 attributes, limit 0.02, t = 0.2"), adult, file, Eight, 3, "--suppression-limit", "0.02", "--t", "0.2");
            }

            string hundred = Path.Combine(folder, "hundred.csv");
            adult.Write(hundred, 100_000);
            foreach (int attributes in new[] { 4, 6, 8, 10 })
            {
                Measure(string.Create(CultureInfo.InvariantCulture, $"100,000 rows, {attributes} attributes, limit 0.02"), adult, hundred, attributes, 3, "--suppression-limit", "0.02");
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string what, ResampledAdult adult, string input, int attributes, int repeat, params string[] options)
    {
        var warm = Start(adult, input, attributes, [.. options, "--repeat", repeat.ToString(CultureInfo.InvariantCulture)]);
        var cold = Start(adult, input, attributes, options);
        if (warm is null || cold is null)
        {
            Console.WriteLine($"{what,-46} no solution");
            return;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-46} {warm.RootElement.GetProperty("searchSeconds").GetDouble() * 1000,6:F1} ms {cold.RootElement.GetProperty("totalSeconds").GetDouble(),7:F2} s {cold.RootElement.GetProperty("processorSeconds").GetDouble(),7:F2} s {cold.RootElement.GetProperty("peakMb").GetDouble(),4:F0} MB   value {cold.RootElement.GetProperty("metricValue").GetDouble():R}, {cold.RootElement.GetProperty("suppressedRows").GetInt64()} rows and {cold.RootElement.GetProperty("suppressedCells").GetInt64()} values suppressed"));
    }

    private static JsonDocument? Start(ResampledAdult adult, string input, int attributes, string[] options)
    {
        bool hasSecret = options.Contains("--t", StringComparer.Ordinal);
        string output = Path.Combine(Path.GetDirectoryName(input)!, "out.csv"), report = Path.Combine(Path.GetDirectoryName(input)!, "out.json");
        File.Delete(report);
        string[] open = [.. ResampledAdult.Attributes.Skip(attributes).Where(a => !hasSecret || a != "occupation")];
        string[] line =
        [
            ServerProcess.Reporting, "anonymize", "--input", input, "--delimiter", ";",
            "--hierarchy", .. ResampledAdult.Attributes.Take(attributes).Select(a => $"{a}={adult.HierarchyOf(a)}"),
            .. open.Length > 0 ? ["--drop", .. open] : Array.Empty<string>(),
            .. hasSecret ? ["--sensitive", "occupation"] : Array.Empty<string>(),
            "--k", "5", "--output", output, "--report", report, .. options,
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return File.Exists(report) ? JsonDocument.Parse(File.ReadAllText(report)) : null;
    }
}
