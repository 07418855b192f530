using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Benchmarks.Web;

namespace Benchmarks.Contingency;

/// <summary>
/// <c>protect</c> as a whole process on tables of skewed counts (a linear congruential sequence, ⌊60 u⁴⌋ cell by cell): the 20 × 10 and 100 × 20 tables on which other tools
/// have been compared, and larger ones.
/// </summary>
internal static class TablesBenchmark
{
    private static readonly (string Name, int[] Shape, long Seed, int Regions)[] Tables =
    [
        ("20 × 10", [20, 10], 1, 0),
        ("100 × 20, ten regions", [100, 20], 3, 10),
        ("30 × 20 × 10", [30, 20, 10], 11, 0),
        ("30 × 20 × 12 × 5, six regions", [30, 20, 12, 5], 7, 5),
    ];

    private static readonly (string Name, string Rules)[] Rules =
    [
        ("exact, zeros open, attacker unaware", "\"level\": \"exact\", \"zeros\": \"open\", \"hiddenMayBeZero\": true"),
        ("exact, zeros free", "\"level\": \"exact\", \"zeros\": \"free\""),
        ("band, zeros free", "\"level\": \"band\", \"zeros\": \"free\""),
    ];

    /// <param name="arguments">How many of the tables, from the smallest; two unless given.</param>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var count = arguments.Length > 0 && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var given) ? given : 2;
        Console.WriteLine("| table | rules | primaries | secondaries | cost | bound | seconds | peak MiB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, shape, seed, regions) in Tables.Take(count))
        {
            foreach (var (rules, text) in Rules)
            {
                var folder = Directory.CreateTempSubdirectory("benchmark-tables-").FullName;
                try
                {
                    Write(folder, shape, seed, regions, text);
                    Console.WriteLine($"| {name} | {rules} | {Protect(folder)} |");
                }
                finally
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        }

        return 0;
    }

    private static string Protect(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [ServerProcess.Reporting, "protect", "--input", Path.Combine(folder, "in.csv"), "--count", "count", "--spec", Path.Combine(folder, "spec.json"), "--out", Path.Combine(folder, "out")])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            return error.GetAwaiter().GetResult().Trim();
        }

        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "out", "private", "summary.json")));
        var root = summary.RootElement;
        return string.Join(" | ", new[] { "primaries", "secondaries", "secondaryCost", "lowerBound", "seconds", "peakMb" }.Select(p => root.GetProperty(p).GetRawText()));
    }

    private static void Write(string folder, int[] shape, long seed, int regions, string rules)
    {
        var text = new StringBuilder(string.Join(',', shape.Select((_, v) => $"v{v}")) + ",region,count\n");
        var at = new int[shape.Length];
        var cells = shape.Aggregate(1, (product, n) => product * n);
        for (var cell = 0; cell < cells; cell++)
        {
            seed = 16807 * seed % 2147483647;
            var u = seed / 2147483647.0;
            var row = string.Join(',', at.Select((c, v) => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + v)}{c:00}")));
            text.Append(CultureInfo.InvariantCulture, $"{row},r{(regions > 0 ? at[0] / (shape[0] / regions) : 0):00},{(long)(60 * u * u * u * u)}\n");
            for (var v = shape.Length - 1; v >= 0 && ++at[v] == shape[v]; v--)
            {
                at[v] = 0;
            }
        }

        File.WriteAllText(Path.Combine(folder, "in.csv"), text.ToString());
        var variables = string.Join(", ", shape.Select((_, v) => $$"""{ "name": "v{{v}}", "role": "other"{{(v == 0 && regions > 0 ? ", \"parents\": [[\"region\"]]" : "")}} }"""));
        var by = string.Join(", ", shape.Select((_, v) => $"\"v{v}\""));
        File.WriteAllText(Path.Combine(folder, "spec.json"), $$"""
            { "schemaVersion": 1, "variables": [ {{variables}} ], "tables": [ { "id": "t", "by": [ {{by}} ] } ], "rules": { "k": 4, "cost": "value", {{rules}} } }
            """);
    }
}
