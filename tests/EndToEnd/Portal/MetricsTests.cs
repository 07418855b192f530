using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using EndToEnd.Support;
using Host.Configuration;
using Host.Web.Metrics;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>What a program that watches the server may read: counts and durations, with the token, and nothing that names anybody.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private const string Token = "a token for tests, thirty-two letters";

    private readonly string _file = Path.GetTempFileName();
    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_file, Token + "\n");
        _portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"), new WebSettings { MetricsTokenFile = _file });
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        File.Delete(_file);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a token for tests, thirty-two letter")]
    public async Task WithoutTheToken_NothingIsTold(string? token)
    {
        using var answer = await AskAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("reporting_", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutATokenInTheSettings_ThereIsNoSuchPage()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("fifteen letters")]
    [InlineData(null)]
    public void FileWithoutAToken_StopsTheStart(string? content)
    {
        if (content is null)
        {
            File.Delete(_file);
        }
        else
        {
            File.WriteAllText(_file, content);
        }

        Assert.Equal("MetricsTokenWrong", MetricsToken.Read(new WebSettings { MetricsTokenFile = _file }).Failure?.Code);
    }

    [Fact]
    public async Task Requests_AreCountedByRouteAndNothingIsNamed()
    {
        using var client = new HttpClient { BaseAddress = _portal.Address };
        const string Secret = "kanarya";
        for (var i = 0; i < 3; i++)
        {
            using var page = await client.GetAsync(new Uri($"/en/method?{Secret}", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        using var stranger = await client.GetAsync(new Uri($"/en/releases/{Secret}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var answer = await AskAsync(Token);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.StartsWith("reporting_request_duration_seconds_count{route=\"", StringComparison.Ordinal) && l.Contains("/method\"", StringComparison.Ordinal) && l.EndsWith(" 3", StringComparison.Ordinal));
        Assert.Contains("reporting_ledger_entries 0", lines);
        Assert.All(lines, l => Assert.DoesNotContain(Secret, l, StringComparison.OrdinalIgnoreCase));
        foreach (var name in Site.Partners.Select(p => p.Id).Concat(["drafter", "approver"]))
        {
            Assert.All(lines, l => Assert.DoesNotContain(name, l, StringComparison.Ordinal));
        }

        Assert.All(lines.Where(l => l[0] != '#'), l => Assert.True(double.TryParse(l.Split(' ')[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out _), l));
    }

    private async Task<HttpResponseMessage> AskAsync(string? token)
    {
        using var client = new HttpClient { BaseAddress = _portal.Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
