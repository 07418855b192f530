using EndToEnd.Support;
using Host.Composition;
using Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A whole installation of the test's own with nothing published yet, and its web server on a free port.</summary>
internal sealed class SitePortal : IAsyncDisposable
{
    private readonly Site _site;
    private readonly WebApplication _portal;

    private SitePortal(Site site, ReleaseDesk desk, WebApplication portal)
    {
        _site = site;
        Desk = desk;
        _portal = portal;
    }

    public ReleaseDesk Desk { get; }

    public string Folder => _site.Folder;

    public Uri Address => new(_portal.Urls.First());

    public IServiceProvider Services => _portal.Services;

    /// <summary>Every route with the ways it may be asked.</summary>
    public IReadOnlyList<(string Pattern, IReadOnlyList<string> Methods)> Routes =>
    [
        .. ((IEndpointRouteBuilder)_portal).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => (e.RoutePattern.RawText!, e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])),
    ];

    public static async Task<SitePortal> StartAsync(TimeProvider clock)
    {
        var site = Site.New();
        var desk = site.Open(clock);
        var portal = WebPortal.Build(desk, isDemo: false, port: 0);
        await portal.StartAsync(TestContext.Current.CancellationToken);
        return new SitePortal(site, desk, portal);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.StopAsync();
        await _portal.DisposeAsync();
        Desk.Dispose();
        _site.Dispose();
    }
}
