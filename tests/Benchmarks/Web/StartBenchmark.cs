using System.Globalization;

namespace Benchmarks.Web;

/// <summary>
/// From the start of the process to the first page of the demonstration, from the second start on; in turns with a server of one static file, which is what the
/// runtime and the web server take by themselves on the same machine at the same moment.
/// </summary>
internal static class StartBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        int starts = args.Length > 0 ? int.Parse(args[0], NumberStyles.None, CultureInfo.InvariantCulture) : 9;
        string folder = Directory.CreateTempSubdirectory("benchmark-start-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), "<!doctype html><title>page</title>");
            string demo = Path.Combine(folder, "demo");
            var pages = new List<(double Clock, double Processor)>();
            var files = new List<(double Clock, double Processor)>();

            // The first start makes the demonstration, and is not measured.
            for (int i = -1; i < starts; i++)
            {
                var page = await StartAsync("/", port => [ServerProcess.Reporting, "serve", "--demo", "--out", demo, "--port", port]);
                var file = await StartAsync("/page.html", port => [typeof(StartBenchmark).Assembly.Location, StaticFileServer.Verb, port, folder]);
                if (i >= 0)
                {
                    pages.Add(page);
                    files.Add(file);
                }
            }

            Print("first page of the demonstration", pages);
            Print("a static file, ASP.NET alone", files);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Clock, double Processor)> StartAsync(string page, Func<string, string[]> arguments)
    {
        int port = ServerProcess.FreePort();
        using var server = await ServerProcess.StartAsync(page, port, arguments(port.ToString(CultureInfo.InvariantCulture)));
        return (server.UntilFirstPage.TotalSeconds, server.Processor.TotalSeconds);
    }

    private static void Print(string what, List<(double Clock, double Processor)> starts)
    {
        double[] clock = [.. starts.Select(s => s.Clock).Order()];
        double[] processor = [.. starts.Select(s => s.Processor).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-40} median {clock[clock.Length / 2]:F2} s, least {clock[0]:F2} s, most {clock[^1]:F2} s; processor: median {processor[processor.Length / 2]:F2} s"));
    }
}
