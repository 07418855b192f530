using EndToEnd.Support;
using Host.Security;
using Microsoft.Playwright;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>An operator's pages, and those on the way in, in a real browser: accessible, whole on a narrow screen, no policy broken.</summary>
[Trait("culture", "first")]
public sealed class OperatorBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private const string User = "boss";

    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Operator_MakesAUserAndAKey(string tongue)
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync(new Uri(_portal.Address, $"/{tongue}/setup").ToString());
        await DeskBrowser.AssertAccessibleAsync(page);
        Assert.Null(_portal.Desk.Installation.Users.Put(User, Site.Credential, [Role.Operator], "test", 1000).Failure);
        await page.GotoAsync(new Uri(_portal.Address, $"/{tongue}/sign-in").ToString());
        await DeskBrowser.AssertAccessibleAsync(page);
        await DeskBrowser.SignInAsync(page, _portal.Address, _portal.Desk.Installation, User, tongue);

        await page.ClickAsync($"main a[href='/{tongue}/desk/users']");
        await page.FillAsync("#name", "ayse");
        await page.CheckAsync("form[action*='Add'] input[value='analyst']");
        await page.ClickAsync("form[action*='Add'] button");
        await Assertions.Expect(page.Locator("#first-password")).ToBeVisibleAsync();
        await page.ClickAsync(".people li:first-child summary");
        await DeskBrowser.AssertAccessibleAsync(page);

        await page.ClickAsync($"nav a[href='/{tongue}/desk/keys']");
        await page.ClickAsync("button.primary");
        await Assertions.Expect(page.Locator("#new-key")).ToBeVisibleAsync();
        await DeskBrowser.AssertAccessibleAsync(page);
        await page.ClickAsync("td button.danger");
        await Assertions.Expect(page.Locator("td button.danger")).ToHaveCountAsync(0);

        foreach (var path in new[] { "desk/system", "desk/templates", "new-password" })
        {
            await page.GotoAsync(new Uri(_portal.Address, $"/{tongue}/{path}").ToString());
            await DeskBrowser.AssertAccessibleAsync(page);
        }
    }

    [Fact]
    public async Task Pages_FitTheNarrowestScreenAndBreakNoPolicy()
    {
        Assert.Null(_portal.Desk.Installation.Users.Put(User, Site.Credential, [Role.Operator], "test", 1000).Failure);
        var page = await chromium.PageAsync(width: 320, policy: true);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url} {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        await DeskBrowser.SignInAsync(page, _portal.Address, _portal.Desk.Installation, User, "tr");
        foreach (var path in new[] { "/tr/desk", "/tr/desk/users", "/tr/desk/keys", "/tr/desk/system", "/tr/desk/templates" })
        {
            await page.GotoAsync(new Uri(_portal.Address, path).ToString());
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, path);
        }

        // Hangfire's own page: its scripts run under our policy.
        await page.GotoAsync(new Uri(_portal.Address, "/desk/jobs").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(complaints);
    }
}
