using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Composition;
using Host.Quarters;
using Host.Security;
using Publication.Releases;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Other words about a release that is published: from the analyst's page to the open one, with every figure as it was.</summary>
public sealed partial class CorrectionPagesTests(Chromium chromium) : IAsyncLifetime
{
    private const string Draft = "2025-Q1.1-d1";
    private const string Place = "/en/desk/quarters/2025-Q1";
    private const string Page = $"{Place}/correction";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;
    private ReleaseContent _content = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Installation Installation => _portal.Desk.Installation;

    private string Total => _content.FindTable("sectors")!.Cells[^1].Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, Stop);
        _clock.Set("2025-04-22T09:00:00Z");
        Assert.True((await _portal.Desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 1), "drafter", Stop)).Succeeded(out var draft, out var failure), failure?.Code);
        _content = draft!.Release.Content;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task CorrectedText_StandsWithItsNoteBesideTheEarlierOne_AndNoFileChanges()
    {
        await PublishAsync("Toplam {sectors.Total} kişi, önceki söz.", "In all {sectors.Total} persons, earlier words.");
        var published = Path.Combine(_portal.Folder, "published");
        var files = FolderBytes.Of(published);
        using var reader = DeskUser.Stranger(_portal.Address);
        var (table, detail) = (await TagAsync(reader, "/v1/releases/2025-Q1.1/tables/sectors.csv"), await TagAsync(reader, "/v1/releases/2025-Q1.1"));
        using var analyst = await UserAsync("drafter");
        using (var kept = await WriteAsync(analyst, "Toplam {sectors.Total} kişi, düzeltilmiş söz.", "In all {sectors.Total} persons, <i>mended</i> words.", "Bir cümle yanlıştı.", "One sentence was wrong."))
        {
            Assert.Equal(Page, kept.Headers.Location?.OriginalString);
        }

        // Until it is published, it is on no page of readers and in no file in clear.
        Assert.DoesNotContain("mended", await reader.ReadAsync("/en/releases/2025-Q1.1"), StringComparison.Ordinal);
        await StoredBytes.AssertWithoutAsync(_portal.Folder, "mended");
        await StoredBytes.AssertWithoutAsync(_portal.Folder, "One sentence was wrong");

        _clock.Set("2025-06-02T22:00:00Z");
        using var approver = await UserAsync("approver");
        using var publisher = await UserAsync("publisher");
        Assert.DoesNotContain("handler=Publish", await publisher.ReadAsync(Page), StringComparison.Ordinal);
        using (var approved = await ApproveAsync(approver))
        {
            Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        }

        Assert.DoesNotContain("mended", await reader.ReadAsync("/en/releases/2025-Q1.1"), StringComparison.Ordinal);
        using (var done = await publisher.PostToAsync(Page, $"{Page}?handler=Publish", ("number", "1")))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        // 22:00 UTC is the next day in Istanbul.
        var page = await reader.ReadAsync("/en/releases/2025-Q1.1");
        Assert.Contains($"In all {Total} persons, &lt;i&gt;mended&lt;/i&gt; words.", page, StringComparison.Ordinal);
        Assert.Contains("Text corrected on: 3 June 2025", page, StringComparison.Ordinal);
        Assert.Contains("One sentence was wrong.", page, StringComparison.Ordinal);
        Assert.Matches($"(?s)Earlier version.*In all {Total} persons, earlier words\\.", page);
        Assert.Contains($"Toplam {Total} kişi, düzeltilmiş söz.", WebUtility.HtmlDecode(await reader.ReadAsync("/tr/releases/2025-Q1.1")), StringComparison.Ordinal);

        Assert.Equal(files, FolderBytes.Of(published));
        Assert.Single(Installation.Ledger.All());
        Assert.Equal(table, await TagAsync(reader, "/v1/releases/2025-Q1.1/tables/sectors.csv"));
        Assert.NotEqual(detail, await TagAsync(reader, "/v1/releases/2025-Q1.1"));
        using var json = JsonDocument.Parse(await reader.ReadAsync("/v1/releases/2025-Q1.1"));
        var correction = Assert.Single(json.RootElement.GetProperty("corrections").EnumerateArray());
        Assert.Equal("2025-06-03", correction.GetProperty("published").GetString());
        Assert.Equal("One sentence was wrong.", correction.GetProperty("note").GetProperty("en").GetString());
        Assert.Equal($"In all {Total} persons, <i>mended</i> words.", correction.GetProperty("commentary").GetProperty("en").GetString());
        Assert.Equal("current", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(["correction", "correction-approve", "correction-publish"], Acts());
        Assert.Null(Installation.Audit.FindBreak());
    }

    [Fact]
    public async Task TextThatIsTakenAway_LeavesItsNoteAndEveryEarlierVersion()
    {
        await PublishAsync("ilk söz", "first words");
        using var analyst = await UserAsync("drafter");
        using var approver = await UserAsync("approver");
        using var publisher = await UserAsync("publisher");
        await CorrectAsync(analyst, approver, publisher, 1, "second words", "the first note");
        await CorrectAsync(analyst, approver, publisher, 2, "", "the second note");
        using var reader = DeskUser.Stranger(_portal.Address);
        var page = await reader.ReadAsync("/en/releases/2025-Q1.1");
        var places = new[] { "the second note", "second words", "the first note", "first words" }.Select(t => page.IndexOf(t, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(2, EarlierVersion().Count(page));
    }

    [Fact]
    public async Task Figure_IsNotChangedByAText()
    {
        await PublishAsync("", "");
        using var analyst = await UserAsync("drafter");
        var hidden = _content.Tables.SelectMany(t => Enumerable.Range(0, t.Design.CellCount).Where(c => t.Cells[c].State == CellState.Hidden)
            .Select(c => $"{{{t.Design.Id}.{string.Join('.', t.Design.Axes.Select((a, i) => a.Rows[t.Design.RowOf(c, i)].Code))}}}")).First();
        foreach (var (text, note) in new[] { ("There were 31.", "a note"), ("See {sectors.NOSUCH}.", "a note"), ($"Hidden: {hidden}", "a note"), ("words", "It should read 31.") })
        {
            using var refused = await WriteAsync(analyst, "söz", text, "not", note);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            var page = await refused.Content.ReadAsStringAsync(Stop);
            Assert.Contains("Revised figures come with the engine that verifies both counts together.", page, StringComparison.Ordinal);
            Assert.Contains("character ", page, StringComparison.Ordinal);
        }

        foreach (var (tr, en, noteTr, noteEn) in new[] { ("", "words", "not", "a note"), ("söz", "words", "", "a note"), ("söz", "words", "not", " ") })
        {
            using var refused = await WriteAsync(analyst, tr, en, noteTr, noteEn);
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.Null(Installation.Corrections.Open("2025-Q1.1"));
    }

    [Fact]
    public async Task EachStep_IsItsRolesOwnAndTheSecondPersonIsAnother()
    {
        Assert.Null(Installation.Users.Put("both", Site.Credential, [Role.Analyst, Role.Approver], "test", 1000).Failure);
        using (var before = await UserAsync("both"))
        {
            Assert.Contains("Only the text of a release that is published and stands is corrected.", await before.ReadAsync(Page), StringComparison.Ordinal);
            using var early = await before.PostToAsync($"{Place}/commentary", Page, ("tr", "söz"), ("en", "words"), ("noteTr", "not"), ("noteEn", "a note"));
            Assert.Null(Installation.Corrections.Open("2025-Q1.1"));
        }

        await PublishAsync("", "");
        using var both = await UserAsync("both");
        using var kept = await WriteAsync(both, "söz", "words", "not", "a note");
        Assert.DoesNotContain("handler=Approve", await both.ReadAsync(Page), StringComparison.Ordinal);
        var code = Installation.Corrections.Open("2025-Q1.1")!.ContentMac;
        using (var own = await both.PostToAsync(Page, $"{Page}?handler=Approve", ("number", "1"), ("code", code)))
        {
            Assert.Contains("class=\"problem\"", await own.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        using var approver = await UserAsync("approver");
        using (var write = await approver.PostToAsync(Page, Page, ("tr", "x"), ("en", "x"), ("noteTr", "x"), ("noteEn", "x")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, write.StatusCode);
        }

        using (var publish = await approver.PostToAsync(Page, $"{Page}?handler=Publish", ("number", "1")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, publish.StatusCode);
        }

        // What was looked at is not what stands there by then.
        using var again = await WriteAsync(both, "başka söz", "other words", "not", "a note");
        using (var late = await approver.PostToAsync(Page, $"{Page}?handler=Approve", ("number", "1"), ("code", code)))
        {
            Assert.Contains("Another correction of 2025-Q1.1 was written meanwhile", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Null(Installation.Corrections.Open("2025-Q1.1")!.ApprovedBy);
        Assert.Null(Installation.Withdrawals.Add(Installation.Drafts.Find(Draft)!, "not", "a note", "publisher").Failure);
        Assert.Contains("Only the text of a release", await both.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    [Trait("culture", "last")]
    public async Task Pages_BreakNoAccessibilityRuleAndFitTheNarrowestScreen(string tongue)
    {
        await PublishAsync("ilk söz", "first words");
        using var analyst = await UserAsync("drafter");
        using var approver = await UserAsync("approver");
        using var publisher = await UserAsync("publisher");
        await CorrectAsync(analyst, approver, publisher, 1, "second words", "the first note");
        using var open = await WriteAsync(analyst, "üçüncü söz", "third words", "not", "a note");
        foreach (var user in new[] { analyst, approver })
        {
            var (wide, narrow) = (await chromium.PageAsync(), await chromium.PageAsync(width: 320));
            foreach (var page in new[] { wide, narrow })
            {
                await page.Context.AddCookiesAsync(user.Cookies.Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = _portal.Address.ToString() }));
            }

            foreach (var path in new[] { $"/{tongue}/desk/quarters/2025-Q1/correction", $"/{tongue}/releases/2025-Q1.1" })
            {
                await wide.GotoAsync(new Uri(_portal.Address, path).ToString());
                await DeskBrowser.AssertAccessibleAsync(wide);
                await narrow.GotoAsync(new Uri(_portal.Address, path).ToString());
                Assert.True(await narrow.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, path);
            }
        }
    }

    private async Task PublishAsync(string tr, string en)
    {
        var row = Installation.Drafts.Find(Draft)!;
        if (tr.Length > 0)
        {
            Assert.Null(Installation.Commentaries.Add(row, tr, en, "drafter").Failure);
        }

        Assert.True(Checklist.Of(row, _portal.Desk, Stop).Succeeded(out var list, out _));
        Assert.Null(DraftSteps.Submit(Draft, _portal.Desk, list!.Code, "drafter", Stop).Failure);
        Assert.Null(DraftSteps.Approve(Draft, _portal.Desk, list.Code, "approver", Stop).Failure);
        _clock.Set("2025-05-15T07:00:00Z");
        Assert.Null((await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", Stop)).Failure);
    }

    private static Task<HttpResponseMessage> WriteAsync(DeskUser analyst, string tr, string en, string noteTr, string noteEn) =>
        analyst.PostToAsync(Page, Page, ("tr", tr), ("en", en), ("noteTr", noteTr), ("noteEn", noteEn));

    private Task<HttpResponseMessage> ApproveAsync(DeskUser approver)
    {
        var open = Installation.Corrections.Open("2025-Q1.1")!;
        return approver.PostToAsync(Page, $"{Page}?handler=Approve", ("number", $"{open.Number}"), ("code", open.ContentMac));
    }

    private async Task CorrectAsync(DeskUser analyst, DeskUser approver, DeskUser publisher, int number, string words, string note)
    {
        using var written = await WriteAsync(analyst, words, words, note, note);
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        using var approved = await ApproveAsync(approver);
        using var published = await publisher.PostToAsync(Page, $"{Page}?handler=Publish", ("number", $"{number}"));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
    }

    private List<string> Acts()
    {
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT action FROM audit WHERE action LIKE 'correction%' ORDER BY seq";
        using var reader = command.ExecuteReader();
        var acts = new List<string>();
        while (reader.Read())
        {
            acts.Add(reader.GetString(0));
        }

        return acts;
    }

    private static async Task<string> TagAsync(DeskUser reader, string address)
    {
        using var answer = await reader.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.Headers.ETag!.Tag;
    }

    private Task<DeskUser> UserAsync(string name) => DeskUser.SignInAsync(_portal.Address, Installation, name, Site.Credential);

    [GeneratedRegex("<summary>Earlier version")]
    private static partial Regex EarlierVersion();
}
