using EndToEnd.Demonstration;
using EndToEnd.Portal;
using Host.Composition;
using Host.Demo;
using Host.Web;
using Microsoft.AspNetCore.Builder;
using Xunit;

[assembly: AssemblyFixture(typeof(SamplePortal))]

namespace EndToEnd.Portal;

/// <summary>The web server over the bulletins of the demonstration, started once, on a free port.</summary>
public sealed class SamplePortal : IAsyncDisposable
{
    private readonly SemaphoreSlim _alone = new(1);
    private WebApplication? _portal;
    private ReleaseDesk? _desk;
    private SampleBulletins? _bulletins;

    /// <summary>Pages that a reader can reach, without the language that begins their address.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        ["", "/sectors", "/sectors/FSX", "/sectors/POR", "/sectors/FSH", "/releases", "/releases/2025-Q4.1", "/releases/2025.1", "/releases/2025.1?table=sectors", "/method"];

    public SampleBulletins Bulletins => _bulletins ?? throw new InvalidOperationException("Over comes first.");

    /// <summary>Names the bulletins that it shows: one fixture of an assembly cannot be given another.</summary>
    public SamplePortal Over(SampleBulletins bulletins)
    {
        _bulletins = bulletins;
        return this;
    }

    /// <summary>A browserless reader that follows no redirect.</summary>
    public async Task<HttpClient> ClientAsync() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(await AddressAsync()) };

    public async Task<string> AddressAsync() => (await StartedAsync()).Urls.First();

    public async ValueTask DisposeAsync()
    {
        if (_portal is { } portal)
        {
            await portal.StopAsync();
            await portal.DisposeAsync();
        }

        _desk?.Dispose();
        _alone.Dispose();
    }

    private async Task<WebApplication> StartedAsync()
    {
        await _alone.WaitAsync();
        try
        {
            if (_portal is null)
            {
                var run = await Bulletins.PublishedAsync();
                Assert.True(run.ExitCode == 0, run.Error);
                Assert.True(ReleaseDesk.Open(DemoSandbox.SettingsIn(Bulletins.Out)!, TimeProvider.System).Succeeded(out _desk, out var failure), failure?.Code);
                var built = WebPortal.Build(_desk!, isDemo: true, port: 0);
                await built.StartAsync();
                _portal = built;
            }

            return _portal;
        }
        finally
        {
            _alone.Release();
        }
    }
}
