using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks.Web;

/// <summary>
/// Pages of the demonstration beside a static file with the bytes of the first page, at fifty connections, in turns: requests a second, time of an answer,
/// and the server's processor time a request, which other work on the machine changes least.
/// </summary>
internal static class WebBenchmark
{
    private const int Connections = 50;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var duration = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) : 5);
        string folder = Directory.CreateTempSubdirectory("benchmark-web-").FullName;
        try
        {
            string demo = Path.Combine(folder, "demo");
            int port = ServerProcess.FreePort();
            string[] serve = [ServerProcess.Reporting, "serve", "--demo", "--out", demo, "--port", port.ToString(CultureInfo.InvariantCulture)];
            (await ServerProcess.StartAsync("/tr", port, serve)).Dispose();
            LiftLimit(Path.Combine(demo, "reporting.json"));
            using var pages = await ServerProcess.StartAsync("/tr", port, serve);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"start to first page, second start: {pages.UntilFirstPage.TotalSeconds:F1} s, processor {pages.Processor.TotalSeconds:F1} s"));

            string files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
            using var client = new HttpClient();
            await File.WriteAllBytesAsync(Path.Combine(files, "page.html"), await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}/tr")));
            int filePort = ServerProcess.FreePort();
            using var plain = await ServerProcess.StartAsync(
                "/page.html", filePort, typeof(WebBenchmark).Assembly.Location, StaticFileServer.Verb, filePort.ToString(CultureInfo.InvariantCulture), files);

            (string What, ServerProcess Server, string Path, string Encoding)[] works =
            [
                ("static file with the bytes of /tr", plain, "/page.html", "br, gzip"),
                ("/tr", pages, "/tr", "br, gzip"),
                ("/tr, not compressed", pages, "/tr", "identity"),
                ("/en/releases/2025-Q4.1", pages, "/en/releases/2025-Q4.1", "br, gzip"),
                ("/v1/releases", pages, "/v1/releases", "br, gzip"),
                ("/v1/releases/2025-Q4.1/tables/sectors.csv", pages, "/v1/releases/2025-Q4.1/tables/sectors.csv", "br, gzip"),
            ];
            await MeasureAsync(works, duration);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync((string What, ServerProcess Server, string Path, string Encoding)[] works, TimeSpan duration)
    {
        // Once each, so that what can be kept is.
        using var first = new HttpClient();
        foreach (var (_, server, path, encoding) in works)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.Port}{path}");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var answer = await first.SendAsync(request);
        }

        var results = works.Select(_ => new List<(LoadResult Load, double Processor)>()).ToArray();
        for (int round = -1; round < Rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                var (_, server, path, encoding) = works[i];
                TimeSpan before = server.Processor;
                var load = await new LoadGenerator(server.Port, path, encoding).RunAsync(Connections, duration);
                if (round >= 0)
                {
                    results[i].Add((load, (server.Processor - before).TotalMicroseconds / (load.PerSecond * duration.TotalSeconds)));
                }
            }
        }

        Console.WriteLine("| | requests/s | | p50 | p95 | processor a request | |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var (plain, plainProcessor) = (Middle(results[0], r => r.Load.PerSecond), Middle(results[0], r => r.Processor));
        for (int i = 0; i < works.Length; i++)
        {
            double perSecond = Middle(results[i], r => r.Load.PerSecond);
            double processor = Middle(results[i], r => r.Processor);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {works[i].What} | {perSecond:N0} | {perSecond / plain:F2} | {Middle(results[i], r => r.Load.Median):F1} ms | {Middle(results[i], r => r.Load.P95):F1} ms | {processor:F0} µs | {processor / plainProcessor:F2} |"));
        }
    }

    private static double Middle<T>(List<T> results, Func<T, double> of) => results.Select(of).Order().ElementAt(results.Count / 2);

    // One address sends everything here, which no reader does.
    private static void LiftLimit(string settingsFile)
    {
        var settings = JsonNode.Parse(File.ReadAllText(settingsFile))!.AsObject();
        settings["web"] = new JsonObject { ["readsPerMinute"] = 1_000_000 };
        File.WriteAllText(settingsFile, settings.ToJsonString());
    }
}
