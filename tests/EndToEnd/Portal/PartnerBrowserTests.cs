using EndToEnd.Support;
using Host.Security;
using Ingest.Catalogue;
using Microsoft.Playwright;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A partner's whole way in a real browser, in both languages, with and without scripts; no accessibility rule broken on any page of it.</summary>
[Trait("culture", "last")]
public sealed class PartnerBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private const string User = "shelter-worker";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private readonly string _folder = Directory.CreateTempSubdirectory("reporting-exports-").FullName;
    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        Assert.Null(_portal.Desk.Installation.Users.Put(User, Site.Credential, [Role.Partner], "test", 1000, Site.Partners[0].Id).Failure);
        await File.WriteAllBytesAsync(Good, AgencyFile.Text(AgencyFile.Rows(40)));
        await File.WriteAllBytesAsync(Bad, AgencyFile.Text([.. AgencyFile.Rows(3), AgencyFile.Row(("Sektör", "yok böyle bir şey"))]));
    }

    private string Good => Path.Combine(_folder, "good.csv");

    private string Bad => Path.Combine(_folder, "bad.csv");

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("tr", true)]
    [InlineData("en", true)]
    [InlineData("en", false)]
    public async Task Partner_SignsInChecksMendsAndHandsIn(string tongue, bool scripts)
    {
        var page = await chromium.PageAsync(scripts: scripts);
        await SignInAsync(page, tongue);
        await AssertAccessibleAsync(page, scripts);
        await page.ClickAsync($"main a[href='/{tongue}/desk/uploads']");
        await AssertAccessibleAsync(page, scripts);
        await page.ClickAsync($"main a[href='/{tongue}/desk/uploads/new']");
        await AssertAccessibleAsync(page, scripts);

        await page.SetInputFilesAsync("#file", Bad);
        await page.ClickAsync("form.drop button");
        await Assertions.Expect(page.Locator("p.warning")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page, scripts);
        Assert.Empty(_portal.Desk.Store.Uploads().Value);

        await page.SetInputFilesAsync("#file", Good);
        await page.CheckAsync("input[value='check']");
        await page.ClickAsync("form.drop button");
        await Assertions.Expect(page.Locator("p.done")).ToBeVisibleAsync();
        if (!scripts)
        {
            // Without scripts a browser forgets the file; with them it is still chosen.
            await page.SetInputFilesAsync("#file", Good);
        }

        await page.CheckAsync("input[value='hand-in']");
        await page.ClickAsync("form.drop button");
        await Assertions.Expect(page.Locator("p.done a")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page, scripts);
        await page.ClickAsync("p.done a");
        await Assertions.Expect(page.Locator("ul.receipt")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page, scripts);
        Assert.Equal([(40, UploadState.Active)], _portal.Desk.Store.Uploads().Value.Select(u => (u.Receipt.RowsAccepted, u.State)));

        await page.FillAsync("#reason", "for the test");
        await page.ClickAsync("button.danger");
        await Assertions.Expect(page.Locator("button.danger")).ToHaveCountAsync(0);
        Assert.Equal([UploadState.Withdrawn], _portal.Desk.Store.Uploads().Value.Select(u => u.State));

        foreach (var place in scripts ? new[] { "words", "templates" } : [])
        {
            await page.GotoAsync($"{_portal.Address}{tongue}/desk/{place}");
            await AssertAccessibleAsync(page, scripts);
        }

        await page.ClickAsync(".out button");
        await page.GotoAsync($"{_portal.Address}{tongue}/desk");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_FitTheNarrowestScreenAndBreakNoPolicy()
    {
        var page = await chromium.PageAsync(width: 320, policy: true);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await SignInAsync(page, "tr");
        foreach (var path in new[] { "/tr/desk", "/tr/desk/uploads", "/tr/desk/uploads/new", "/tr/desk/words", "/tr/new-password" })
        {
            await page.GotoAsync(new Uri(_portal.Address, path).ToString());
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, path);
        }

        await page.GotoAsync(new Uri(_portal.Address, "/tr/desk/uploads/new").ToString());
        await page.SetInputFilesAsync("#file", Bad);
        await page.ClickAsync("form.drop button");
        await Assertions.Expect(page.Locator("#found")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, "findings");
        Assert.Empty(complaints);
    }

    private Task SignInAsync(IPage page, string tongue) => DeskBrowser.SignInAsync(page, _portal.Address, _portal.Desk.Installation, User, tongue);

    // The rules are themselves a script.
    private static Task AssertAccessibleAsync(IPage page, bool scripts) => scripts ? DeskBrowser.AssertAccessibleAsync(page) : Task.CompletedTask;
}
