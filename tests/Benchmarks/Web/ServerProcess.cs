using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Web;

/// <summary>A server in a process of its own, ended with this object.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private ServerProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan UntilFirstPage { get; private set; }

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The built program.</summary>
    public static string Reporting => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Host", "release", "reporting.dll"));

    public static async Task<ServerProcess> StartAsync(string firstPage, int port, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!, port);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (!await AnswersAsync(client, new Uri($"http://127.0.0.1:{port}{firstPage}")))
        {
            if (server.process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"{string.Join(' ', arguments)} does not answer.");
            }

            await Task.Delay(10);
        }

        server.UntilFirstPage = Stopwatch.GetElapsedTime(start);
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri page)
    {
        try
        {
            using var answer = await client.GetAsync(page);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
