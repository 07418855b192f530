using System.Globalization;
using System.Text.Json;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Portal;

/// <summary><c>serve --demo</c> on an empty folder, as a newcomer starts it: twelve quarters and three years are published before the first page is served.</summary>
[Trait("culture", "last")]
public sealed class WholeHistoryTests
{
    private static readonly string[] Quarters = [.. Enumerable.Range(2023, 3).SelectMany(year => Enumerable.Range(1, 4).Select(q => $"{year}-Q{q}"))];

    private static readonly string[] Years = ["2023", "2024", "2025"];

    [Fact]
    public async Task Newcomer_FindsTwelveQuartersAndTheirYearsEachVerified()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-history-").FullName;
        try
        {
            var port = LocalServer.FreePort();
            await new ReportingProcess().RunAsync(
                async server =>
                {
                    try
                    {
                        using var client = await LocalServer.ClientAsync(server, port, TimeSpan.FromMinutes(5));
                        var list = await client.GetStringAsync(new Uri("/v1/releases?pageSize=100", UriKind.Relative), TestContext.Current.CancellationToken);
                        var page = await client.GetStringAsync(new Uri("/en/sectors/FSX", UriKind.Relative), TestContext.Current.CancellationToken);

                        using var releases = JsonDocument.Parse(list);
                        Assert.Equal(
                            Quarters.Concat(Years).Order(StringComparer.Ordinal),
                            releases.RootElement.GetProperty("releases").EnumerateArray().Select(r => r.GetProperty("period").GetString()!).Order(StringComparer.Ordinal));
                        Assert.All(Quarters, quarter => Assert.Contains($"{quarter}.1", page, StringComparison.Ordinal));
                    }
                    finally
                    {
                        server.Kill();
                    }
                },
                "serve",
                "--demo",
                "--out",
                Path.Combine(folder, "out"),
                "--port",
                port.ToString(CultureInfo.InvariantCulture));

            foreach (var year in Years)
            {
                var verify = new ReportingProcess();
                Assert.True(await verify.RunAsync("verify", Path.Combine(folder, "out", "published", year)) == 0, verify.Output + verify.Error);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
