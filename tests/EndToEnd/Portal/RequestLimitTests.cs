using System.Net;
using System.Text.Json;
using EndToEnd.Support;
using Host.Configuration;
using Host.Web.Limits;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>An address that asks too often is told when to come again; what pages load and the health of the server are not counted.</summary>
public sealed class RequestLimitTests
{
    [Fact]
    public async Task TooManyReads_AreRefusedForAWhile()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"), new WebSettings { ReadsPerMinute = 60 });
        using var client = new HttpClient { BaseAddress = portal.Address };
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetAsync(new Uri("/v1/releases", UriKind.Relative), TestContext.Current.CancellationToken)));
        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToArray();

        Assert.True(refused.Length > 20, $"{refused.Length} refused");
        Assert.All(answers.Except(refused), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.InRange(refused[0].Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.True(refused[0].Headers.CacheControl!.NoStore);
        Assert.Equal("application/problem+json", refused[0].Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await refused[0].Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("TooManyReads", problem.RootElement.GetProperty("code").GetString());

        foreach (var free in new[] { "/health", "/assets/site.css" })
        {
            using var answer = await client.GetAsync(new Uri(free, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void Caller_OfIpv6IsTheHalfOfTheAddressThatHisNetworkShares(string address, string caller) =>
        Assert.Equal(caller, RequestLimits.CallerOf(IPAddress.Parse(address)));

    [Fact]
    public async Task Proxy_IsBelievedOnlyWhereItIsNamed()
    {
        foreach (var (proxy, refused) in new[] { ((string?)null, true), ("127.0.0.1", false), ("192.0.2.1", true) })
        {
            await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"), new WebSettings { ReadsPerMinute = 60, Proxy = proxy });
            using var client = new HttpClient { BaseAddress = portal.Address };
            var codes = new List<HttpStatusCode>();
            for (var i = 0; i < 90; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/releases");
                request.Headers.Add("X-Forwarded-For", $"198.51.100.{i}");
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                codes.Add(answer.StatusCode);
            }

            Assert.Equal(refused, codes.Contains(HttpStatusCode.TooManyRequests));
        }
    }
}
