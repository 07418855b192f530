using System.Globalization;
using System.Net;
using EndToEnd.Support;
using Host.Composition;
using Host.Drafting;
using Host.Quarters;
using Publication.Releases;
using Publication.Tables;
using Reports.Commentary;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Words about the figures, from the analyst's page to the open one; and a release that is taken back.</summary>
[Trait("culture", "last")]
public sealed class CommentaryPagesTests : IAsyncLifetime
{
    private const string Draft = "2025-Q1.1-d1";
    private const string Place = "/en/desk/quarters/2025-Q1";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;
    private ReleaseContent _content = null!;

    private Installation Installation => _portal.Desk.Installation;

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        _clock.Set("2025-04-22T09:00:00Z");
        Assert.True((await _portal.Desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 1), "drafter", TestContext.Current.CancellationToken)).Succeeded(out var draft, out var failure), failure?.Code);
        _content = draft!.Release.Content;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public void Figure_IsTheCellsOwnAndAnythingElseBreaksTheTextAtItsPlace()
    {
        var sectors = _content.FindTable("sectors")!;
        var row = sectors.Design.Axes[0].Rows.First(r => !r.IsTotal && sectors[sectors.Design.Axes[0].Rows.ToList().IndexOf(r)].IsShown);
        var count = sectors[sectors.Design.Axes[0].Rows.ToList().IndexOf(row)].Value;
        var total = sectors[sectors.Design.Axes[0].Rows.Count - 1].Value;
        var whole = CommentaryText.Read($"There were {{sectors.{row.Code}}} of {{sectors.Total}}.\n\nThat is {{sectors.{row.Code}.share}}.", _content, Language.En);
        Assert.True(whole.IsWhole);
        var share = Math.Round(100m * count / total, 0, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        Assert.Equal([$"There were {count} of {total}.", $"That is {share}%."], whole.Paragraphs);

        var broken = CommentaryText.Read("a {nosuch.X} b {sectors.NOSUCH} c {sectors} d } e {sectors.Total", _content, Language.Tr);
        Assert.Equal(
            [(CommentaryFault.Table, 3), (CommentaryFault.Cell, 16), (CommentaryFault.Cell, 35), (CommentaryFault.Brace, 47), (CommentaryFault.Brace, 51)],
            broken.Problems.Select(p => (p.Fault, p.Position)));
        var typed = CommentaryText.Read("In 2025-Q1, as in 1999: 31 of {sectors.Total}, 2 ٣ ½ Q5 𝟑𝟏 1234.", _content, Language.En);
        Assert.All(typed.Problems, p => Assert.Equal(CommentaryFault.Typed, p.Fault));
        Assert.Equal(["31", "2", "٣", "½", "5", "𝟑𝟏", "1234"], typed.Problems.Select(p => p.Reference));
        foreach (var table in _content.Tables)
        {
            foreach (var cell in Enumerable.Range(0, table.Design.CellCount).Where(c => table.Cells[c].State == CellState.Hidden))
            {
                var codes = string.Join('.', table.Design.Axes.Select((a, i) => a.Rows[table.Design.RowOf(cell, i)].Code));
                Assert.Equal(CommentaryFault.NotShown, Assert.Single(CommentaryText.Read($"{{{table.Design.Id}.{codes}}}", _content, Language.En).Problems).Fault);
            }

            Assert.All(CommentaryText.ReferencesOf(table), r => Assert.True(CommentaryText.Read(r.Reference, _content, Language.En).IsWhole, r.Reference));
        }
    }

    [Fact]
    public async Task Commentary_IsKeptWholeInBothLanguagesApprovedWithTheDraftAndReadOnTheOpenPage()
    {
        var token = TestContext.Current.CancellationToken;
        using var analyst = await UserAsync("drafter");
        Assert.Contains("sectors.Total", await analyst.ReadAsync($"{Place}/commentary"), StringComparison.Ordinal);
        Assert.Contains("both languages", await RefusedAsync(analyst, "{sectors.Total} kişi", ""), StringComparison.Ordinal);
        Assert.Contains("character 3", await RefusedAsync(analyst, "a {sectors.NOSUCH}", "b"), StringComparison.Ordinal);
        Assert.Null(Installation.Commentaries.Find("2025-Q1.1"));
        using (var kept = await analyst.PostAsync($"{Place}/commentary", ("draft", Draft), ("tr", "Toplam {sectors.Total} kişi."), ("en", "In all {sectors.Total} <b>persons</b>.")))
        {
            Assert.Equal($"{Place}/commentary", kept.Headers.Location?.OriginalString);
        }

        // The same words with other figures are another review.
        Assert.True(Checklist.Of(Installation.Drafts.Find(Draft)!, _portal.Desk, token).Succeeded(out var list, out _));
        Assert.Equal("ReviewChanged", Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver", list!.Code).Failure?.Code);
        Assert.Null(DraftSteps.Submit(Draft, _portal.Desk, list.Code, "drafter", token).Failure);
        Assert.Null(DraftSteps.Approve(Draft, _portal.Desk, list.Code, "approver", token).Failure);
        using (var late = await analyst.PostAsync($"{Place}/commentary", ("draft", Draft), ("tr", "x"), ("en", "x")))
        {
            Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        }

        var total = _content.FindTable("sectors")!.Cells[^1].Value;
        Assert.Contains($"In all {total} &lt;b&gt;persons&lt;/b&gt;.", await analyst.ReadAsync($"{Place}/preview"), StringComparison.Ordinal);
        _clock.Set("2025-05-15T07:00:00Z");
        Assert.Null((await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", token)).Failure);
        using var reader = DeskUser.Stranger(_portal.Address);
        Assert.Contains($"In all {total} &lt;b&gt;persons&lt;/b&gt;.", await reader.ReadAsync("/en/releases/2025-Q1.1"), StringComparison.Ordinal);
        Assert.Contains($"Toplam {total} kişi.", WebUtility.HtmlDecode(await reader.ReadAsync("/tr/releases/2025-Q1.1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithdrawnRelease_LeavesItsNoteAndNoFigure_AndTheLedgerKeepsKnowing()
    {
        var token = TestContext.Current.CancellationToken;
        Assert.Null(Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver").Failure);
        _clock.Set("2025-05-15T07:00:00Z");
        Assert.Null((await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", token)).Failure);
        using var reader = DeskUser.Stranger(_portal.Address);
        Assert.Contains("<table>", await reader.ReadAsync("/en/releases/2025-Q1.1"), StringComparison.Ordinal);
        foreach (var address in new[] { "/files/2025-Q1/sectors.csv", "/v1/releases/2025-Q1.1", "/v1/releases/2025-Q1.1/tables/sectors.csv" })
        {
            using var file = await GetAsync(reader, address);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        using var analyst = await UserAsync("drafter");
        using (var refused = await analyst.PostToAsync("/en/desk", $"{Place}/publication?handler=Withdraw", ("draft", Draft), ("noteTr", "not"), ("noteEn", "a note")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var publisher = await UserAsync("publisher");
        using (var half = await publisher.PostToAsync($"{Place}/publication", $"{Place}/publication?handler=Withdraw", ("draft", Draft), ("noteTr", "not"), ("noteEn", " ")))
        {
            Assert.Equal(HttpStatusCode.OK, half.StatusCode);
        }

        using (var done = await publisher.PostToAsync($"{Place}/publication", $"{Place}/publication?handler=Withdraw", ("draft", Draft), ("noteTr", "Bir kurum yanlış dönem göndermiş."), ("noteEn", "A partner had sent the wrong period.")))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var page = await reader.ReadAsync("/en/releases/2025-Q1.1");
        Assert.Contains("A partner had sent the wrong period.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
        Assert.Contains("withdrawn", await reader.ReadAsync("/en/releases"), StringComparison.Ordinal);
        foreach (var address in new[] { "/files/2025-Q1/sectors.csv", "/files/2025-Q1/release.json", "/files/2025-Q1/charts/sectors.en.svg" })
        {
            using var file = await GetAsync(reader, address);
            Assert.True(file.StatusCode == HttpStatusCode.NotFound, address);
        }

        foreach (var address in new[] { "/v1/releases/2025-Q1.1", "/v1/releases/2025-Q1", "/v1/releases/latest", "/v1/releases/2025-Q1.1/tables/sectors.csv", "/v1/releases/2025-Q1.1/tables/sectors.json" })
        {
            using var gone = await GetAsync(reader, address);
            Assert.True(gone.StatusCode == HttpStatusCode.NotFound, address);
            Assert.Contains("ReleaseNotPublished", await gone.Content.ReadAsStringAsync(token), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("2025-Q1", await reader.ReadAsync("/v1/releases"), StringComparison.Ordinal);
        using (var period = await GetAsync(reader, "/en/2025-Q1"))
        {
            Assert.Equal("/en/releases/2025-Q1.1", period.Headers.Location?.OriginalString);
        }

        Assert.True(LedgerAhead.Of(ReleasePeriod.OfQuarter(2025, 2), Installation).Succeeded(out var ledger, out _));
        Assert.Contains(ledger!.Entries, e => e.Content.Header.Id == "2025-Q1.1");
        Assert.Contains("Withdrawn", await publisher.ReadAsync("/en/desk/quarters"), StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(DeskUser analyst, string tr, string en)
    {
        using var answer = await analyst.PostAsync($"{Place}/commentary", ("draft", Draft), ("tr", tr), ("en", en));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private Task<DeskUser> UserAsync(string name) => DeskUser.SignInAsync(_portal.Address, Installation, name, Site.Credential);

    private static Task<HttpResponseMessage> GetAsync(DeskUser user, string address) =>
        user.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
