using System.Net;
using System.Net.Sockets;
using System.Text;
using EndToEnd.Support;
using Host.Security;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Line breaks where a caller may write anything: none becomes a header of an answer, a second request, or a line of a chain.</summary>
public sealed class InjectionTests : IAsyncLifetime
{
    private const string Header = "X-Injected";
    private const string Break = $"%0d%0a{Header}:%20yes";

    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData($"/{Break}")]
    [InlineData($"/tr/{Break}")]
    [InlineData($"/setup?token={Break}")]
    [InlineData($"/tr/desk/{Break}")]
    [InlineData($"/tr/sign-in?next=/tr/desk{Break}")]
    [InlineData($"/en/2025-Q4{Break}")]
    [InlineData($"/en/releases/2025-Q4.1?table={Break}&period={Break}")]
    [InlineData($"/v1/releases/latest{Break}/tables/sectors.csv?language={Break}")]
    [InlineData($"/files/2025-Q4/sectors.csv{Break}")]
    public async Task LineBreakInAnAddress_IsNoHeaderOfTheAnswer(string address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _portal.Address };
        client.DefaultRequestHeaders.Add("Accept-Language", "tr");
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        Assert.False(answer.Headers.Contains(Header));
        Assert.False(answer.Content.Headers.Contains(Header));
        Assert.DoesNotContain('\n', answer.Headers.Location?.OriginalString ?? "");
    }

    [Theory]
    [InlineData("Idempotency-Key: a\n" + Header + ": yes")]
    [InlineData("Idempotency-Key: a\r\r\n" + Header + ": yes")]
    [InlineData("Accept-Language: tr\0en")]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked")]
    public async Task RequestThatCouldBeReadInTwoWays_IsRefusedOrReadInOne(string headers)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_portal.Address.Host, _portal.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes($"POST /v1/validations HTTP/1.1\r\nHost: {_portal.Address.Authority}\r\nConnection: close\r\n{headers}\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Matches("^HTTP/1.1 4[0-9]{2} ", answer);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - 1);
        Assert.DoesNotContain(Header, answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task LineBreaksInNames_ReachNoLineOfAChain()
    {
        var installation = _portal.Desk.Installation;
        const string Forged = "nobody\n7 2025-04-10 approver approve 2025-Q1.1-d1";
        using (var stranger = DeskUser.Stranger(_portal.Address))
        {
            using var refused = await stranger.PostAsync("/en/sign-in", ("Name", Forged), ("Password", Forged));
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.NotNull(installation.Users.Put(Forged, Site.Credential, [Role.Analyst], "test", 1000).Failure);
        Assert.Null(installation.Users.Put("of-goc", Site.Credential, [Role.Partner], "test", 1000, "GOC").Failure);
        using (var partner = await DeskUser.SignInAsync(_portal.Address, installation, "of-goc", Site.Credential))
        {
            using var sent = await partner.SendFileAsync("/en/desk/uploads/new", AgencyFile.Text(AgencyFile.Rows(2)), "a\r\nb.csv", ("act", "hand-in"), ("watch", Forged));
            using var word = await partner.PostToAsync("/en/desk/words", "/en/desk/words?handler=Add", ("word", Forged), ("code", "sector:AGR"));
        }

        Assert.All(
            installation.Audit.Newest(null, 100).SelectMany(r => new[] { r.Actor, r.Action, r.Subject })
                .Concat(_portal.Desk.Store.AuditEntries().Value.SelectMany(e => new[] { e.Actor, e.Action, e.Subject, e.Detail })),
            text => Assert.DoesNotContain(text, char.IsControl));
    }
}
