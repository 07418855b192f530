using Deque.AxeCore.Playwright;
using EndToEnd.Support;
using Host.Security;
using Ingest.Catalogue;
using Ingest.Intake;
using Microsoft.Playwright;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The desk of those who make a release in a real browser: accessible, and whole on a narrow screen.</summary>
[Trait("culture", "first")]
public sealed class DeskBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private const string Draft = "2025-Q1.1-d1";

    private static readonly (string User, string[] Pages)[] Places =
    [
        ("drafter",
        [
            "", "/quarters", "/quarters/2025-Q1", "/quarters/2025-Q2", "/quarters/2025-Q1/draft", "/quarters/2025-Q1/checklist", "/quarters/2025-Q1/commentary",
            "/quarters/2025-Q1/preview", "/quarters/2025-Q1/publication", "/quarters/2025-Q1/correction",
        ]),
        ("approver", ["/quarters/2025-Q1/publication"]),
        ("publisher", ["/quarters/2025-Q1/publication"]),
        ("officer", ["/protection", $"/protection/{Draft}", "/protection/consents"]),
        ("method", ["/method", $"/method/{Draft}"]),
        ("minister", ["/early"]),
        ("auditor", ["", "/audit", "/audit?chain=store", "/audit/releases", "/audit/people", "/audit/destructions"]),
    ];

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        var upload = _portal.Desk.Store.Uploads().Value[^1].Receipt;
        Assert.True(_portal.Desk.Store.Withdraw(upload.Id, "test").Succeeded);
        Assert.Null(_portal.Desk.Consents.Enter(
            new PartnerId("GOC"), "2025/9999", new DateOnly(2025, 4, 9), ConsentReason.Person, "officer", TestContext.Current.CancellationToken).Failure);
        _clock.Set("2025-04-22T09:00:00Z");
        Assert.Null((await _portal.Desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 1), "drafter", TestContext.Current.CancellationToken)).Failure);
        foreach (var (name, role) in new[] { ("officer", Role.Officer), ("method", Role.Methodologist), ("minister", Role.Reader), ("auditor", Role.Auditor) })
        {
            Assert.Null(_portal.Desk.Installation.Users.Put(name, Site.Credential, [role], "test", 1000).Failure);
        }
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task EveryPage_BreaksNoAccessibilityRuleAndFitsTheNarrowestScreen()
    {
        var faults = new List<string>();
        foreach (var (user, pages) in Places)
        {
            var wide = await SignedInAsync(user, 1280);
            var narrow = await SignedInAsync(user, 320);
            foreach (var tongue in new[] { "tr", "en" })
            {
                foreach (var path in pages)
                {
                    var address = $"{_portal.Address}{tongue}/desk{path}";
                    await wide.GotoAsync(address);
                    var result = await wide.RunAxe();
                    faults.AddRange(result.Violations.Select(v => $"{user} {path} {v.Id} {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
                    Assert.NotEmpty(result.Passes);
                    await narrow.GotoAsync(address);
                    faults.AddRange(await narrow.EvaluateAsync<int>("document.documentElement.scrollWidth") > 320 ? [$"{user} {path} is too wide"] : []);
                }
            }
        }

        Assert.Empty(faults);
    }

    private async Task<IPage> SignedInAsync(string user, int width)
    {
        var page = await chromium.PageAsync(width);
        using var desk = await DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, user, Site.Credential);
        await page.Context.AddCookiesAsync(desk.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = _portal.Address.ToString() }));
        return page;
    }
}
