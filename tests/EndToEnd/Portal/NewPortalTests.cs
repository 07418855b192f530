using System.Net;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The pages where there is nothing to show, or nothing that can be trusted.</summary>
public sealed class NewPortalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/sectors")]
    [InlineData("/releases")]
    [InlineData("/method")]
    public async Task Page_BeforeAnythingIsPublishedSaysSo(string page)
    {
        await using var portal = await StartAsync();
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var answer = await client.GetAsync(new Uri($"/tr{page}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("class=\"sample\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenLedger_ShowsNothingAndQuotesNothing()
    {
        await using var portal = await StartAsync();
        await portal.BreakLedgerAsync();
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var answer = await client.GetAsync(new Uri("/en", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("Ledger", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", text, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static Task<SitePortal> StartAsync() => SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
}
