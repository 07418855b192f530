using EndToEnd.Support;
using Host.Composition;
using Host.Configuration;
using Host.Jobs;
using Host.Web;
using Host.Web.Accounts;
using Host.Web.Listening;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A whole installation of the test's own with nothing published yet, and its web server on a free port.</summary>
internal sealed class SitePortal : IAsyncDisposable
{
    private readonly Site _site;
    private readonly WebApplication _portal;
    private readonly JobServer _jobs;

    private SitePortal(Site site, ReleaseDesk desk, WebApplication portal, JobServer jobs, Ticker ticker)
    {
        _jobs = jobs;
        Ticker = ticker;
        _site = site;
        Desk = desk;
        _portal = portal;
    }

    public ReleaseDesk Desk { get; }

    /// <summary>Looks at the clock and the watched folders when the test says so.</summary>
    public Ticker Ticker { get; }

    public string Folder => _site.Folder;

    public string Incoming => _site.Incoming;

    public Uri Address => new(_portal.Urls.First());

    public IServiceProvider Services => _portal.Services;

    /// <summary>Every route with the ways it may be asked.</summary>
    public IReadOnlyList<(string Pattern, IReadOnlyList<string> Methods)> Routes =>
    [
        .. ((IEndpointRouteBuilder)_portal).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => (e.RoutePattern.RawText!, e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])),
    ];

    public IReadOnlyList<Uri> Addresses => [.. _portal.Urls.Select(u => new Uri(u))];

    /// <param name="clock">Of the installation; the certificate's is the machine's.</param>
    /// <param name="settings">How it is served; default: in clear, to this machine.</param>
    /// <param name="port">0 takes a free one.</param>
    public static Task<SitePortal> StartAsync(TimeProvider clock, WebSettings? settings = null, int port = 0) => StartAsync(Site.New(), clock, settings, port);

    /// <summary>The same of a site that is there already; it goes with its portal.</summary>
    public static async Task<SitePortal> StartAsync(Site site, TimeProvider clock, WebSettings? settings = null, int port = 0)
    {
        site.Web = settings ?? new WebSettings();
        var desk = site.Open(clock);
        Assert.True(Listener.Of(site.Web, port, TimeProvider.System).Succeeded(out var listener, out var failure), failure?.Code);
        var (jobs, ticker) = WorkServer.New(desk, TimeSpan.FromSeconds(1), ticksItself: false);
        Assert.True(IdentityProvider.Read(site.Web.OpenIdConnect, secret: null).Succeeded(out var provider, out failure), failure?.Code);
        var portal = WebPortal.Build(desk, isDemo: false, listener!, jobs, provider);
        await portal.StartAsync(TestContext.Current.CancellationToken);
        return new SitePortal(site, desk, portal, jobs, ticker);
    }

    /// <summary>As somebody would who can write the file: the rules of the database are no hindrance to him, the chain is.</summary>
    public async Task BreakLedgerAsync()
    {
        await using var connection = Desk.Installation.Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER ledger_published; INSERT INTO ledger (seq, kind, subject, content, recorded_at, previous, link) VALUES (1, 'release', '2025-Q1.1', X'00', '2025-04-10T09:00:00Z', '', 'forged')";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.StopAsync();
        await _portal.DisposeAsync();
        _jobs.Dispose();
        Desk.Dispose();
        _site.Dispose();
    }
}
