using Deque.AxeCore.Playwright;
using EndToEnd.Support;
using Host.Composition;
using Host.Demo;
using Microsoft.Playwright;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The desk in a real browser.</summary>
internal static class DeskBrowser
{
    /// <summary>Signs in with both factors, by the pages' own forms.</summary>
    public static async Task SignInAsync(IPage page, Uri address, Installation installation, string user, string tongue)
    {
        installation.SecondFactors.Set(user, DemoSecret.Of(user));
        await page.GotoAsync(new Uri(address, $"/{tongue}/desk").ToString());
        await page.FillAsync("#name", user);
        await page.FillAsync("#password", Site.Credential);
        await page.ClickAsync("form.card button");
        await page.FillAsync("#code", DeskUser.CodeOf(installation, user));
        await page.ClickAsync("form.card button");
        await Assertions.Expect(page.Locator("main .cards")).ToBeVisibleAsync();
    }

    /// <summary>No accessibility rule is broken on the page as it stands.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{page.Url}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}");
        Assert.NotEmpty(result.Passes);
    }
}
