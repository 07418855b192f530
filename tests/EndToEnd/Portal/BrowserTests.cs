using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using EndToEnd.Demonstration;
using Microsoft.Playwright;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The pages in a real browser: accessible, whole on a narrow screen, readable without scripts, usable with the keyboard alone.</summary>
[Trait("culture", "last")]
public sealed partial class BrowserTests(SamplePortal portal, SampleBulletins bulletins, Chromium chromium)
{
    private readonly SamplePortal _portal = portal.Over(bulletins);

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Page_BreaksNoAccessibilityRule(string tongue)
    {
        var page = await chromium.PageAsync();
        foreach (var path in SamplePortal.Pages)
        {
            await page.GotoAsync($"{await _portal.AddressAsync()}/{tongue}{path}");
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{path}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
            Assert.NotEmpty(result.Passes);
        }
    }

    [Fact]
    public async Task Page_FitsTheNarrowestScreen()
    {
        var page = await chromium.PageAsync(width: 320);
        foreach (var path in SamplePortal.Pages)
        {
            await page.GotoAsync($"{await _portal.AddressAsync()}/tr{path}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, path);
        }
    }

    [Fact]
    public async Task Reader_WithoutScriptsGetsEveryFigureAndTheFilter()
    {
        var page = await chromium.PageAsync(scripts: false);
        await page.GotoAsync($"{await _portal.AddressAsync()}/en/releases/2025.1");
        Assert.True(await page.Locator("section.figure").CountAsync() > 10);

        await page.SelectOptionAsync("#table", "sectors");
        await page.ClickAsync("form.filter button");
        Assert.Equal(1, await page.Locator("section.figure").CountAsync());
        Assert.Contains("table=sectors", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_WithTheKeyboardAloneSkipsTheMenuAndOpensASector()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync($"{await _portal.AddressAsync()}/en");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);

        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>("document.activeElement.matches('.cards a')"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(SectorAddress());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
    }

    [Fact]
    public async Task Page_LoadsNothingFromElsewhereAndItsPolicyStopsNothing()
    {
        var page = await chromium.PageAsync(policy: true);
        var complaints = new List<string>();
        var elsewhere = new List<string>();
        var address = await _portal.AddressAsync();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                complaints.Add($"{response.Status} {response.Url}");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        foreach (var path in SamplePortal.Pages)
        {
            await page.GotoAsync($"{address}/en{path}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        }

        Assert.Empty(complaints);
        Assert.Empty(elsewhere);
    }

    [GeneratedRegex("/en/sectors/[A-Z]+$")]
    private static partial Regex SectorAddress();
}
