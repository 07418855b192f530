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

        // A picture of sixteen by nine is too small to be read there; bars stand under the heads of their rows.
        await page.GotoAsync($"{await _portal.AddressAsync()}/tr");
        await Assertions.Expect(page.Locator("#sectors tbody th .bar").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_OnPaperKeepsItsChartsAndLeavesOutWhatCannotBePressed()
    {
        var page = await chromium.PageAsync(width: 690);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GotoAsync($"{await _portal.AddressAsync()}/tr");
        await Assertions.Expect(page.Locator("#sectors .chart")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#sectors td.bars .bar").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("header nav")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#sectors .downloads")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("button.copy:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Mark_SaysWhatItMeansAndEscapeTakesTheNoteAway()
    {
        var page = await chromium.PageAsync(policy: true);
        await page.GotoAsync($"{await _portal.AddressAsync()}/en/releases/2025-Q4.1");
        var mark = page.Locator("td.mark").First;
        await mark.FocusAsync();
        await Assertions.Expect(page.Locator("#tip")).ToContainTextAsync($"{await mark.TextContentAsync()}:");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#tip")).ToBeHiddenAsync();

        var row = page.Locator("#sectors tbody tr").First;
        await row.Locator("td.bars .bar").HoverAsync();
        await Assertions.Expect(page.Locator("#tip")).ToContainTextAsync(await row.Locator("th").TextContentAsync() ?? "no head");
    }

    [Fact]
    public async Task Choice_OfATableIsThereAtOnceAndThatOfAPeriodIsItsRelease()
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync($"{await _portal.AddressAsync()}/en/releases/2025-Q4.1");
        var requests = 0;
        page.Request += (_, request) => requests += request.IsNavigationRequest ? 1 : 0;
        await page.SelectOptionAsync("#table", "sectors");
        await Assertions.Expect(page.Locator("section.figure:visible")).ToHaveCountAsync(1);
        Assert.EndsWith("?table=sectors", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, requests);

        await page.SelectOptionAsync("#period", "2025-Q1");
        await Assertions.Expect(page).ToHaveURLAsync($"{await _portal.AddressAsync()}/en/releases/2025-Q1.1?table=sectors");
        await Assertions.Expect(page.Locator("section.figure:visible")).ToHaveCountAsync(1);
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
