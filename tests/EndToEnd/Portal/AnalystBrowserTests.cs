using EndToEnd.Publishing;
using EndToEnd.Support;
using Host.Security;
using Microsoft.Playwright;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A quarter in a real browser, by those who make it and then by somebody who reads it: what came in, draft, note, commentary, preview, approval, publication.</summary>
[Trait("culture", "first")]
public sealed class AnalystBrowserTests(ApprovedQuarter quarter, Chromium chromium)
{
    private const string Minister = "minister";
    private const string Reason = "It moved house in February.";

    private readonly SiteClock _clock = new("2025-04-22T09:00:00Z");

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Quarter_GoesFromWhatCameInToItsReaders(string tongue)
    {
        await using var portal = await SitePortal.StartAsync(quarter.CopyUndrafted(), _clock);
        var missing = portal.Desk.Store.Uploads().Value.First(u => u.Receipt.Partner.Value == Site.Partners[^1].Id);
        Assert.True(portal.Desk.Store.Withdraw(missing.Receipt.Id, "test").Succeeded);
        Assert.Null(portal.Desk.Installation.Users.Put(Minister, Site.Credential, [Role.Reader], "test", 1000).Failure);
        var place = $"/{tongue}/desk/quarters/{SampleQuarter.Period}";

        var page = await SignInAsync(portal, "drafter", tongue);
        await page.ClickAsync($"main a[href='/{tongue}/desk/quarters']");
        await page.ClickAsync($"main a[href='{place}']");
        await page.ClickAsync($"form[action='{place}?handler=Draft'] button");
        await Assertions.Expect(page.Locator("#overview")).ToBeVisibleAsync();

        await page.ClickAsync($"nav a[href='{place}/checklist']");
        await Assertions.Expect(page.Locator("form[action$='handler=Submit']")).ToHaveCountAsync(0);
        await page.FillAsync("textarea", Reason);
        await page.ClickAsync("form[action$='handler=Note'] button");
        await Assertions.Expect(page.Locator("blockquote")).ToHaveTextAsync(Reason);

        await page.ClickAsync($"nav a[href='{place}/commentary']");
        await page.FillAsync("#tr", "Toplam {sectors.Total} kişi.");
        await page.FillAsync("#en", "In all {sectors.Total} persons.");
        await page.ClickAsync("form.full button");
        await page.ClickAsync($"nav a[href='{place}/preview']");
        await Assertions.Expect(page.Locator("p.stamp")).ToBeVisibleAsync();
        await page.ClickAsync($"nav a[href='{place}/checklist']");
        await page.ClickAsync("form[action$='handler=Submit'] button");
        await Assertions.Expect(page.Locator("#submit ~ p.done")).ToBeVisibleAsync();
        await page.ClickAsync($"nav a[href='{place}/publication']");
        await Assertions.Expect(page.Locator("form[action$='handler=Approve']")).ToHaveCountAsync(0);

        page = await SignInAsync(portal, "approver", tongue);
        await page.GotoAsync($"{portal.Address}{place[1..]}/publication");
        await page.ClickAsync("form[action$='handler=Approve'] button");
        await Assertions.Expect(page.Locator("form[action$='handler=Approve']")).ToHaveCountAsync(0);

        page = await SignInAsync(portal, "publisher", tongue);
        await page.GotoAsync($"{portal.Address}{place[1..]}/publication");
        await page.SelectOptionAsync("#reader", Minister);
        await page.ClickAsync("form[action$='handler=Reader'] button");
        page = await SignInAsync(portal, Minister, tongue);
        await page.GotoAsync($"{portal.Address}{tongue}/desk/early/{SampleQuarter.Period}.1-d1");
        await Assertions.Expect(page.Locator("p.stamp")).ToBeVisibleAsync();
        await DeskBrowser.AssertAccessibleAsync(page);

        _clock.Set("2025-05-15T07:00:00Z");
        page = await SignInAsync(portal, "publisher", tongue);
        await page.GotoAsync($"{portal.Address}{place[1..]}/publication");
        await page.ClickAsync("form[action$='handler=Publish'] button");
        await page.ClickAsync("p.done a");
        await Assertions.Expect(page.Locator("#commentary ~ p").First).ToContainTextAsync(tongue == "tr" ? "Toplam" : "In all");
        await DeskBrowser.AssertAccessibleAsync(page);
        Assert.NotNull(portal.Desk.Installation.Publications.Find($"{SampleQuarter.Period}.1")?.CompletedAt);
    }

    private async Task<IPage> SignInAsync(SitePortal portal, string user, string tongue)
    {
        var page = await chromium.PageAsync();
        await DeskBrowser.SignInAsync(page, portal.Address, portal.Desk.Installation, user, tongue);
        return page;
    }
}
