using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.Intake;

namespace Benchmarks.Web;

/// <summary>Exports of 10,000 rows over HTTP: one alone, from the first byte sent to the report read, then fifty partners at once.</summary>
internal static class UploadBenchmark
{
    private const int Rows = 10_000;
    private const int Partners = 50;

    public static async Task<int> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("benchmark-uploads-").FullName;
        try
        {
            string[] keys = await SetUpAsync(folder);
            string csv = Path.Combine(folder, "export.csv");
            AgencyCsv.Write(csv, Rows);
            byte[] file = await File.ReadAllBytesAsync(csv);
            int port = ServerProcess.FreePort();
            using var server = await ServerProcess.StartAsync(
                "/health", port, ServerProcess.Reporting, "serve", "--config", Path.Combine(folder, "reporting.json"), "--port", port.ToString(CultureInfo.InvariantCulture));
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };

            TimeSpan before = server.Processor;
            Print("one, first after the start", [await SendAsync(client, keys[0], file)]);
            PrintProcessor(server.Processor - before);
            before = server.Processor;
            Print("one", [await SendAsync(client, keys[1], file)]);
            PrintProcessor(server.Processor - before);
            before = server.Processor;
            long start = Stopwatch.GetTimestamp();
            double[] all = await Task.WhenAll(keys[2..].Select(k => SendAsync(client, k, file)));
            Print($"{all.Length} at once", all);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all answered after {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {all.Length * Rows:N0} rows, processor {(server.Processor - before).TotalSeconds:F1} s"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string what, double[] seconds)
    {
        double[] sorted = [.. seconds.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} median {sorted[sorted.Length / 2]:F2} s, last {sorted[^1]:F2} s"));
    }

    private static void PrintProcessor(TimeSpan used) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-30} processor {used.TotalSeconds:F2} s"));

    private static async Task<double> SendAsync(HttpClient client, string key, byte[] file)
    {
        long start = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/uploads") { Content = new ByteArrayContent(file) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var sent = await client.SendAsync(request);
        using var again = new HttpRequestMessage(HttpMethod.Get, sent.Headers.Location);
        again.Headers.Authorization = request.Headers.Authorization;
        using var read = await client.SendAsync(again);
        using var document = JsonDocument.Parse(await read.Content.ReadAsByteArrayAsync());
        return sent.StatusCode == HttpStatusCode.Accepted && document.RootElement.GetProperty("answer").GetProperty("rowsAccepted").GetInt32() == Rows
            ? Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException(document.RootElement.GetRawText());
    }

    // Two for the measurements alone.
    private static async Task<string[]> SetUpAsync(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        string secret = Convert.ToBase64String(new byte[32].Select((_, i) => (byte)(i + 1)).ToArray());
        await File.WriteAllTextAsync(
            Path.Combine(folder, "keys", "keyring.json"), $$"""{ "schemaVersion": 1, "current": "k1", "pseudonym": "k1", "keys": [{ "id": "k1", "secret": "{{secret}}" }] }""");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "reporting.json"), """{ "store": { "private": "private", "published": "published", "keys": "keys" } }""");
        string[] names = [.. Enumerable.Range(1, Partners + 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"P{i:D2}"))];
        var partners = names.Select(n => new
        {
            id = n,
            name = new { tr = "Örnek kurum", en = "Sample agency" },
            folder = "f" + n[1..],
            profile = "turkish-agency",
            legalBasis = new { document = "ORNEK-1", date = "2022-09-01" },
        });
        await File.WriteAllTextAsync(Path.Combine(folder, "partners.json"), JsonSerializer.Serialize(new { schemaVersion = 1, partners }));
        await ReportingAsync(folder, "partner", Path.Combine(folder, "partners.json"));
        var keys = new List<string>();
        foreach (string name in names)
        {
            using var issued = JsonDocument.Parse(await ReportingAsync(folder, "key", name, "--format", "json"));
            keys.Add(issued.RootElement.GetProperty("key").GetString()!);
        }

        return [.. keys];
    }

    private static async Task<string> ReportingAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ServerProcess.Reporting, .. arguments, "--config", Path.Combine(folder, "reporting.json")])
        {
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}
