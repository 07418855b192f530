using EndToEnd.Portal;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace EndToEnd.Portal;

/// <summary>The machine's own Chromium, started once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly SemaphoreSlim _alone = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page in a context of its own; the test is skipped where there is no browser.</summary>
    public async Task<IPage> PageAsync(int width = 1280, bool scripts = true, bool policy = false)
    {
        Assert.SkipUnless(File.Exists(Program), "Chromium is missing: apt-get install chromium");
        await _alone.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu"] });
        }
        finally
        {
            _alone.Release();
        }

        // A content policy would keep the accessibility rules out of the page as well; other tests hold the pages to it.
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = scripts, BypassCSP = !policy });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is { } browser)
        {
            await browser.CloseAsync();
        }

        _playwright?.Dispose();
        _alone.Dispose();
    }
}
