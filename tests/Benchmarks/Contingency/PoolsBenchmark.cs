using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Benchmarks.Web;

namespace Benchmarks.Contingency;

/// <summary>
/// What pooling saves against suppression alone: <c>protect</c> as a whole process on ten inputs of different kinds, once with every layout fixed and once with <c>"layout": "pool"</c>.
/// Persons are drawn one by one by a linear congruential sequence, categories of each variable with falling shares.
/// </summary>
internal static class PoolsBenchmark
{
    private static readonly Input[] Inputs =
    [
        new("12 sectors, a quarter", 75, 1.2, [12], [[0]], [0]),
        new("12 sectors, a year", 300, 1.2, [12], [[0]], [0]),
        new("12 sectors × women, men, children", 300, 1.2, [12, 3], [[0, 1]], [0]),
        new("12 sectors, and × women, men, children", 300, 1.2, [12, 3], [[0], [0, 1]], [0]),
        new("20 districts in 5 regions", 150, 1.0, [20], [[0]], [0], Regions: 4),
        new("20 districts in 5 regions × 3", 600, 0.8, [20, 3], [[0, 1]], [0], Regions: 4),
        new("8 × 6, both pooled", 200, 1.0, [8, 6], [[0, 1]], [0, 1]),
        new("9 even categories × 2, most of them small", 70, 0.1, [9, 2], [[0, 1]], [0]),
        new("3 linked tables of 3 variables", 400, 0.9, [10, 4, 3], [[0, 1], [0, 2], [0]], [0]),
        new("10 sectors × 2, six offices, insiders", 250, 1.0, [10, 2], [[0, 1]], [0], Rules: ", \"insiders\": [\"persons\", \"partners\"]"),
    ];

    public static int Run()
    {
        Console.WriteLine("| input | persons | alone: shown | detail | hidden | pooled: shown | in own rows | detail | hidden | bound | layouts tried | seconds, alone | pooled |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (i, input) in Inputs.Index())
        {
            var folder = Directory.CreateTempSubdirectory("benchmark-pools-").FullName;
            try
            {
                File.WriteAllText(Path.Combine(folder, "in.csv"), Persons(input, seed: 17 + i));
                File.WriteAllText(Path.Combine(folder, "fixed.json"), Spec(input, "fixed"));
                File.WriteAllText(Path.Combine(folder, "pool.json"), Spec(input, "pool"));
                Protect(folder, "fixed");
                Protect(folder, "pool");
                Console.WriteLine($"| {input.Name} | {input.Count} | {Alone(folder, input)} | {Pooled(folder, input)} |");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static string Alone(string folder, Input input)
    {
        // Every shown cell is one that the table declares, so that detail is what is shown.
        var (shown, hidden) = Shown(Path.Combine(folder, "fixed", "published"), input);
        return $"{Share(shown)} | {Share(shown)} | {hidden}";
    }

    private static string Pooled(string folder, Input input)
    {
        var (shown, hidden) = Shown(Path.Combine(folder, "pool", "published"), input);
        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "pool", "private", "summary.json")));
        var (root, layouts) = (summary.RootElement, summary.RootElement.GetProperty("layouts"));
        var own = root.GetProperty("tables").EnumerateArray().Average(t => t.TryGetProperty("personsShownShare", out var share) ? share.GetDouble() : 0);
        return string.Join(" | ", Share(shown), Share(own), $"**{Share(layouts.GetProperty("detail").GetDouble())}**", hidden, Share(layouts.GetProperty("bound").GetDouble()),
            $"{layouts.GetProperty("tried")}, {layouts.GetProperty("reach").GetString()}", Seconds(folder, "fixed"), Seconds(folder, "pool"));
    }

    /// <summary>Persons in shown cells without any total or subtotal, as a share of all, over the tables; and hidden cells, these included.</summary>
    private static (double Shown, int Hidden) Shown(string published, Input input)
    {
        var (persons, hidden) = (0L, 0);
        foreach (var (t, by) in input.Tables.Index())
        {
            foreach (var line in File.ReadLines(Path.Combine(published, $"t{t}.csv")).Skip(1))
            {
                var cells = line.Split(',');
                hidden += cells[^1] == "c" ? 1 : 0;
                persons += cells[^1] == "c" || cells[..by.Length].Any(c => c is "Total" || (c.StartsWith('r') && published.Contains("fixed", StringComparison.Ordinal)))
                    ? 0
                    : long.Parse(cells[^2], CultureInfo.InvariantCulture);
            }
        }

        return (persons / (double)(input.Count * input.Tables.Length), hidden);
    }

    private static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>What the run took as a whole process.</summary>
    private static string Seconds(string folder, string spec)
    {
        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, spec, "private", "summary.json")));
        return summary.RootElement.GetProperty("seconds").GetDouble().ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static void Protect(string folder, string spec)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [ServerProcess.Reporting, "protect", "--input", Path.Combine(folder, "in.csv"), "--spec", Path.Combine(folder, spec + ".json"), "--out", Path.Combine(folder, spec)])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(error.GetAwaiter().GetResult());
        }
    }

    private static string Persons(Input input, long seed)
    {
        var text = new StringBuilder(string.Join(',', input.Shape.Select((_, v) => $"v{v}")) + ",region,office\n");
        for (var person = 0; person < input.Count; person++)
        {
            var codes = input.Shape.Select(n => Draw(n, input.Skew)).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"{string.Join(',', codes.Select((c, v) => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + v)}{c:00}")))},r{codes[0] / Math.Max(input.Regions, 1):00},o{Draw(6, 0.7)}\n");
        }

        return text.ToString();

        int Draw(int categories, double skew)
        {
            seed = 16807 * seed % 2147483647;
            var left = seed / 2147483647.0 * Enumerable.Range(1, categories).Sum(c => Math.Pow(c, -skew));
            for (var c = 1; c < categories; c++)
            {
                left -= Math.Pow(c, -skew);
                if (left < 0)
                {
                    return c - 1;
                }
            }

            return categories - 1;
        }
    }

    private static string Spec(Input input, string layout)
    {
        var variables = input.Shape.Select((_, v) =>
            $$"""{ "name": "v{{v}}", "role": "other"{{(v == 0 && input.Regions > 0 ? ", \"parents\": [[\"region\"]]" : "")}}, "layout": "{{(input.Pooled.Contains(v) ? layout : "fixed")}}" }""");
        var tables = input.Tables.Select((by, t) => $$"""{ "id": "t{{t}}", "by": [{{string.Join(", ", by.Select(b => $"\"v{b}\""))}}] }""");
        return $$"""
            { "schemaVersion": 1, "partner": "office", "variables": [ {{string.Join(", ", variables)}} ], "tables": [ {{string.Join(", ", tables)}} ],
              "rules": { "k": 5, "level": "band"{{input.Rules}} } }
            """;
    }

    /// <param name="Name">What it is like.</param>
    /// <param name="Count">Persons.</param>
    /// <param name="Skew">Category <c>c</c> has a share of <c>c^−skew</c>.</param>
    /// <param name="Shape">[variable] categories.</param>
    /// <param name="Tables">[table] crossed variables.</param>
    /// <param name="Pooled">Variables that may be pooled.</param>
    /// <param name="Regions">Categories of the first variable in each region; 0 for no regions.</param>
    /// <param name="Rules">Settings of the rules besides k and level.</param>
    private sealed record Input(string Name, int Count, double Skew, int[] Shape, int[][] Tables, int[] Pooled, int Regions = 0, string Rules = "");
}
