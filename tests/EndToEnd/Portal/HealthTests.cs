using System.Net;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The server says whether it can work, and to nobody why not.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Health_IsThatOfLedgerAndStore()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        using var client = new HttpClient { BaseAddress = portal.Address };
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(client));

        // A folder in the place of the file that the probe writes: like a store that takes nothing more.
        Directory.CreateDirectory(Path.Combine(portal.Folder, "private", "health.probe"));
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), await AskAsync(client));

        Directory.Delete(Path.Combine(portal.Folder, "private", "health.probe"));
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(client));

        await portal.BreakLedgerAsync();
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), await AskAsync(client));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
