using System.Diagnostics;
using System.Globalization;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The real <c>serve</c> of a site on a free port: until it dies of itself, or until a test is done with it.</summary>
internal static class ServerProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a server that ends itself at a step, and fails where it does not.</summary>
    /// <param name="site">Of which installation.</param>
    /// <param name="step">Where it dies.</param>
    /// <param name="use">What is asked of it meanwhile; null where its schedule is enough.</param>
    public static async Task DiesAtAsync(Site site, string step, Func<HttpClient, Task>? use = null)
    {
        var died = false;
        var code = await RunAsync(
            site.Process().KilledAt(step),
            async (server, port) =>
            {
                if (use is not null)
                {
                    using var client = await LocalServer.ClientAsync(server, port, Patience);
                    await use(client);
                }

                died = server.WaitForExit(Patience);
            });
        Assert.True(died, $"{step} was not reached.");
        Assert.Equal(ReportingProcess.Killed, code);
    }

    /// <summary>Runs a server until a test is done with it; then it is killed.</summary>
    public static Task ServesAsync(ReportingProcess process, Func<HttpClient, Task> use) => RunAsync(process, async (server, port) =>
    {
        using var client = await LocalServer.ClientAsync(server, port, Patience);
        await use(client);
    });

    private static Task<int> RunAsync(ReportingProcess process, Func<Process, int, Task> use)
    {
        var port = LocalServer.FreePort();
        return process.RunAsync(
            async server =>
            {
                try
                {
                    await use(server, port);
                }
                finally
                {
                    server.Kill();
                }
            },
            "serve",
            "--port",
            port.ToString(CultureInfo.InvariantCulture));
    }
}
