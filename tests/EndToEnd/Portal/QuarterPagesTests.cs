using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Composition;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A quarter as a piece of work, from its first record to its draft, as analyst and others see it.</summary>
[Trait("culture", "last")]
public sealed partial class QuarterPagesTests : IAsyncLifetime
{
    private const string Place = "/en/desk/quarters/2025-Q1";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    private Installation Installation => _portal.Desk.Installation;

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(_clock);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Periods_SayWhereEachStandsAndWhatComesNext()
    {
        using var analyst = await UserAsync("drafter");
        var page = await analyst.ReadAsync("/en/desk/quarters");
        Assert.Contains("2025 quarter 1", page, StringComparison.Ordinal);
        Assert.Contains("Collecting", page, StringComparison.Ordinal);
        Assert.Contains("21 April 2025, 00:00", page, StringComparison.Ordinal);
        Assert.Contains("Kayıt geliyor", WebUtility.HtmlDecode(await analyst.ReadAsync("/tr/desk/quarters")), StringComparison.Ordinal);
        using var other = await analyst.Client.GetAsync(new Uri("/en/desk/quarters/2024-Q4", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Intake_SaysWhatCameWhoIsMissingAndWhatIsUnusual_AndTheLookIsKept()
    {
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        var partners = _portal.Desk.Store.Partners().Value;
        var upload = _portal.Desk.Store.Uploads().Value.First(u => u.Receipt.Partner == partners[0].Id);
        Assert.True(_portal.Desk.Store.Withdraw(upload.Receipt.Id, "test").Succeeded);
        using var analyst = await UserAsync("drafter");
        var page = WebUtility.HtmlDecode(await analyst.ReadAsync(Place));
        Assert.Contains($"{partners[0].NameEn} reported nothing (2025-Q1)", page, StringComparison.Ordinal);
        Assert.Contains($"{partners.Count - 1} of {partners.Count}", page, StringComparison.Ordinal);
        var rows = _portal.Desk.Store.Uploads().Value.Where(u => u.State == Ingest.Catalogue.UploadState.Active).SelectMany(u => u.Receipt.Quarters).Where(q => q.Code == "2025-Q1").Sum(q => q.Rows);
        Assert.Contains($"<dd class=\"big\">{rows}</dd>", page, StringComparison.Ordinal);
        Assert.True(_portal.Desk.Store.ReportNothing(partners[0].Id, "2025-Q1").Succeeded);
        Assert.Contains("Said it had no case: 2025-Q1", await analyst.ReadAsync(Place), StringComparison.Ordinal);
        Assert.Equal(2, Looks("quarter-look", "drafter", "2025-Q1"));
    }

    [Fact]
    public async Task IncompleteIndicators_AreNamedWithWhoOwesThem()
    {
        var organisation = _portal.Desk.Store.Partners().Value.Single(p => p.Id.Value == "UOK");
        await TakeFiguresAsync("STK", "AWE;2025-Q1;9\n");
        await TakeFiguresAsync("GOC", "TRN;2025-Q1;0\nMEE;2025-Q1;3\n");

        using var analyst = await UserAsync("drafter");
        var english = await analyst.ReadAsync(Place);
        Assert.Equal($"{organisation.NameEn}: 2025-Q1", Owed(english, "Prevention: awareness events held"));
        Assert.Null(Owed(english, "Prevention: trainings on identification held"));
        var turkish = await analyst.ReadAsync(Place.Replace("/en/", "/tr/", StringComparison.Ordinal));
        Assert.Equal($"{organisation.NameTr}: 2025-Q1", Owed(turkish, "Önleme: düzenlenen bilinçlendirme etkinlikleri"));

        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        _clock.Set("2025-04-22T09:00:00Z");
        using var later = await UserAsync("drafter");
        using var made = await later.PostToAsync(Place, $"{Place}?handler=Draft");
        var draft = await later.ReadAsync($"{Place}/draft");
        Assert.Equal($"{organisation.NameEn}: 2025-Q1", Owed(draft, "Prevention: awareness events held"));
        Assert.Null(Owed(draft, "Prevention: trainings on identification held"));
        Assert.Contains($"href=\"{Place}#indicators\"", draft, StringComparison.Ordinal);

        var list = await later.ReadAsync($"{Place}/checklist");
        Assert.Equal($"{organisation.NameEn}: 2025-Q1", Owed(list, "Prevention: awareness events held"));
        Assert.Null(Owed(list, "Prevention: trainings on identification held"));
        Assert.Contains("Open points: 0 of 1", list, StringComparison.Ordinal);
        Assert.Matches("<strong>Warning:</strong>.*9 of the National Action Plan's indicators", WebUtility.HtmlDecode(list).ReplaceLineEndings(" "));
        Assert.NotNull(ReviewIn(list));
        Assert.NotNull(await SendAsync(later, $"{Place}/checklist", "Note", ("draft", "2025-Q1.1-d1"), ("item", "IncompleteIndicators"), ("note", "The figures come in June.")));
        var review = ReviewIn(await later.ReadAsync($"{Place}/checklist"));
        Assert.NotNull(review);

        // Who owes what is part of the review: a zero changes no figure of the draft, and yet another list is looked at.
        Assert.Null(Host.Quarters.CutOffExtension.Set(Publication.Releases.ReleasePeriod.OfQuarter(2025, 1), new DateOnly(2025, 4, 25), "a flood", Installation, "drafter").Failure);
        await TakeFiguresAsync("UOK", "AWE;2025-Q1;0\n");
        Assert.Null(Owed(await later.ReadAsync($"{Place}/checklist"), "Prevention: awareness events held"));
        Assert.Null(await SendAsync(later, $"{Place}/checklist", "Submit", ("draft", "2025-Q1.1-d1"), ("review", review)));
    }

    [Fact]
    public async Task Draft_IsMadeByAnalystsAloneAndTellsWhatItHidesAndWhy()
    {
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        _clock.Set("2025-04-22T09:00:00Z");
        using var approver = await UserAsync("approver");
        using (var refused = await approver.PostToAsync("/en/desk", $"{Place}?handler=Draft"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Null(Installation.Drafts.Find("2025-Q1.1"));
        using var analyst = await UserAsync("drafter");
        using (var made = await analyst.PostToAsync(Place, $"{Place}?handler=Draft"))
        {
            Assert.Equal($"{Place}/draft", made.Headers.Location?.OriginalString);
        }

        var draft = WebUtility.HtmlDecode(await analyst.ReadAsync($"{Place}/draft"));
        Assert.Contains("2025-Q1.1-d1", draft, StringComparison.Ordinal);
        Assert.Contains("Persons shown", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be published", draft, StringComparison.Ordinal);
        Assert.Equal(1, Looks("draft-look", "drafter", "2025-Q1.1-d1"));
        Assert.Contains("Drafted", await approver.ReadAsync("/en/desk/quarters"), StringComparison.Ordinal);

        var late = _portal.Desk.Store.Uploads().Value[0].Receipt.Id;
        Assert.True(_portal.Desk.Store.Withdraw(late, "test").Succeeded);
        Assert.Contains("cannot be published", await approver.ReadAsync($"{Place}/draft"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LateRecord_CountsInItsQuarterOnceTheCutOffIsExtended()
    {
        var token = TestContext.Current.CancellationToken;
        foreach (var (partner, path) in SampleQuarter.Files)
        {
            _clock.Set(partner == SampleQuarter.Files[^1].Partner ? "2025-04-23T09:00:00Z" : "2025-04-10T09:00:00Z");
            await using var file = File.OpenRead(path);
            Assert.True((await _portal.Desk.Door.TakeAsync(partner, file, token)).Succeeded(out var answer, out var failure), failure?.Code);
            Assert.True(answer!.IsAccepted);
        }

        using var analyst = await UserAsync("drafter");
        using var approver = await UserAsync("approver");
        Assert.Contains("reported nothing (2025-Q1)", await analyst.ReadAsync(Place), StringComparison.Ordinal);
        using (var refused = await approver.PostToAsync("/en/desk", $"{Place}?handler=Extend", ("day", "2025-04-25"), ("reason", "a flood")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using (var far = await analyst.PostToAsync(Place, $"{Place}?handler=Extend", ("day", "2025-05-20"), ("reason", "a flood")))
        {
            Assert.Contains("between 2025-04-23 and 2025-05-04", await far.Content.ReadAsStringAsync(token), StringComparison.Ordinal);
        }

        using (var done = await analyst.PostToAsync(Place, $"{Place}?handler=Extend", ("day", "2025-04-25"), ("reason", "a flood")))
        {
            Assert.Equal(Place, done.Headers.Location?.OriginalString);
        }

        var page = await analyst.ReadAsync(Place);
        Assert.DoesNotContain("reported nothing (2025-Q1)", page, StringComparison.Ordinal);
        Assert.Contains("a flood", page, StringComparison.Ordinal);
        Assert.Equal("PeriodOpen", (await _portal.Desk.Drafter.DraftAsync(Publication.Releases.ReleasePeriod.OfQuarter(2025, 1), "drafter", token)).Failure?.Code);
        _clock.Set("2025-04-26T09:00:00Z");
        Assert.True((await _portal.Desk.Drafter.DraftAsync(Publication.Releases.ReleasePeriod.OfQuarter(2025, 1), "drafter", token)).Succeeded(out var draft, out _));
        Assert.Equal((new DateOnly(2025, 4, 25), Site.Partners.Count), (draft!.Release.Content.Header.CutOff, draft.Release.Content.Header.PartnersIncluded));
        Assert.Equal(1, Looks("cut-off", "drafter", "2025-Q1 2025-04-25"));
    }

    [Fact]
    public async Task OmittedQuarter_SaysSoAndOffersNoDraft()
    {
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        _clock.Set("2025-04-22T09:00:00Z");
        using var analyst = await UserAsync("drafter");
        var closed = await analyst.ReadAsync(Place);
        Assert.Contains("Draft is made", closed, StringComparison.Ordinal);
        Assert.Contains("handler=Draft", closed, StringComparison.Ordinal);
        Assert.Contains("handler=Extend", closed, StringComparison.Ordinal);

        Assert.Null(Installation.Omissions.Add(Publication.Releases.ReleasePeriod.OfQuarter(2025, 1), "nothing safe", "approver").Failure);
        foreach (var address in new[] { Place, $"{Place}/draft", $"{Place}/publication", "/en/desk/quarters" })
        {
            var page = await analyst.ReadAsync(address);
            Assert.True(page.Contains("Omitted", StringComparison.Ordinal) && page.Contains("22 April 2025, 12:00", StringComparison.Ordinal), address);
            Assert.False(address != "/en/desk/quarters" && page.Contains("Draft is made", StringComparison.Ordinal), address);
            Assert.DoesNotContain("handler=Draft", page, StringComparison.Ordinal);
            Assert.DoesNotContain("handler=Extend", page, StringComparison.Ordinal);
        }

        Assert.Contains("Yayımlanmayacak", WebUtility.HtmlDecode(await analyst.ReadAsync("/tr/desk/quarters")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WithAMissingPartnerIsApprovedOnceItsNoteIsWritten_AndPublishedAtItsMinute()
    {
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        var partner = Site.Partners[^1].Id;
        var upload = _portal.Desk.Store.Uploads().Value.First(u => u.Receipt.Partner.Value == partner);
        Assert.True(_portal.Desk.Store.Withdraw(upload.Receipt.Id, "test").Succeeded);
        _clock.Set("2025-04-22T09:00:00Z");
        using var analyst = await UserAsync("drafter");
        using var approver = await UserAsync("approver");
        using var publisher = await UserAsync("publisher");
        using var made = await analyst.PostToAsync(Place, $"{Place}?handler=Draft");
        const string Draft = "2025-Q1.1-d1";

        // Nobody can say that it is ready, nor approve it, while a point is open.
        var before = ReviewIn(await analyst.ReadAsync($"{Place}/checklist"));
        Assert.Null(before);
        using (var early = await analyst.PostToAsync($"{Place}/checklist", $"{Place}/checklist?handler=Submit", ("draft", Draft), ("review", new string('a', 64))))
        {
            Assert.Contains("has open points: 1", await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using (var refused = await approver.PostToAsync("/en/desk", $"{Place}/checklist?handler=Note", ("draft", Draft), ("item", $"Missing/{partner}"), ("note", "it is closed")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal("/en/desk/quarters/2025-Q1/checklist", await SendAsync(analyst, $"{Place}/checklist", "Note", ("draft", Draft), ("item", $"Missing/{partner}"), ("note", "It moved house <in> February.")));
        var list = await analyst.ReadAsync($"{Place}/checklist");
        Assert.Contains("It moved house &lt;in&gt; February.", list, StringComparison.Ordinal);
        var review = ReviewIn(list);
        Assert.NotNull(review);
        Assert.NotNull(await SendAsync(analyst, $"{Place}/checklist", "Submit", ("draft", Draft), ("review", review)));
        Assert.Contains("Submitted", await publisher.ReadAsync("/en/desk/quarters"), StringComparison.Ordinal);

        // A note that was written after the approver had looked: the approval is refused.
        Assert.NotNull(await SendAsync(analyst, $"{Place}/checklist", "Note", ("draft", Draft), ("item", $"Missing/{partner}"), ("note", "It moved in March.")));
        Assert.Null(await SendAsync(approver, $"{Place}/publication", "Approve", ("draft", Draft), ("review", review)));
        var changed = ReviewIn(await analyst.ReadAsync($"{Place}/checklist"))!;
        Assert.Null(await SendAsync(approver, $"{Place}/publication", "Approve", ("draft", Draft), ("review", changed)));
        Assert.Empty(Installation.Approvals.Of(Draft));
        Assert.NotNull(await SendAsync(analyst, $"{Place}/checklist", "Submit", ("draft", Draft), ("review", changed)));
        Assert.NotNull(await SendAsync(approver, $"{Place}/publication", "Approve", ("draft", Draft), ("review", changed)));
        Assert.Null(await SendAsync(analyst, $"{Place}/checklist", "Note", ("draft", Draft), ("item", $"Missing/{partner}"), ("note", "too late")));

        Assert.Contains("Announced for 15 May 2025, 10:00", await publisher.ReadAsync($"{Place}/publication"), StringComparison.Ordinal);
        Assert.Null(await SendAsync(publisher, $"{Place}/publication", "Publish", ("draft", Draft)));
        Assert.Null(await SendAsync(publisher, $"{Place}/publication", "Later", ("draft", Draft), ("day", "2025-05-14"), ("time", "23:59")));
        Assert.NotNull(await SendAsync(publisher, $"{Place}/publication", "Later", ("draft", Draft), ("day", "2025-05-20"), ("time", "09:30")));
        Assert.Contains("Announced for 20 May 2025, 09:30", await publisher.ReadAsync($"{Place}/publication"), StringComparison.Ordinal);
        _clock.Set("2025-05-20T06:29:59Z");
        using var later = await UserAsync("publisher");
        Assert.Null(await SendAsync(later, $"{Place}/publication", "Publish", ("draft", Draft)));
        _clock.Set("2025-05-20T06:30:00Z");
        Assert.NotNull(await SendAsync(later, $"{Place}/publication", "Publish", ("draft", Draft)));
        Assert.NotNull(Installation.Publications.Find("2025-Q1.1")?.CompletedAt);
        Assert.Contains("Published", await later.ReadAsync("/en/desk/quarters"), StringComparison.Ordinal);
        Assert.Null(Installation.Audit.FindBreak());
    }

    [Fact]
    public async Task Draft_IsDiscardedWithAReasonByThoseWhoMayLookAtIt()
    {
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        _clock.Set("2025-04-22T09:00:00Z");
        using var analyst = await UserAsync("drafter");
        using var publisher = await UserAsync("publisher");
        using var made = await analyst.PostToAsync(Place, $"{Place}?handler=Draft");
        using (var refused = await publisher.PostToAsync("/en/desk", $"{Place}/publication?handler=Discard", ("draft", "2025-Q1.1-d1"), ("reason", "test")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Null(await SendAsync(analyst, $"{Place}/publication", "Discard", ("draft", "2025-Q1.1-d1"), ("reason", " ")));
        Assert.NotNull(await SendAsync(analyst, $"{Place}/publication", "Discard", ("draft", "2025-Q1.1-d1"), ("reason", "wrong quarter")));
        Assert.Null(Installation.Drafts.Find("2025-Q1.1"));
        Assert.True(Installation.Discards.Has("2025-Q1.1-d1"));
    }

    /// <summary>Sends a form of a page; the address it leads to, or null where it was refused with a sentence.</summary>
    private static async Task<string?> SendAsync(DeskUser user, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await user.PostToAsync(page, $"{page}?handler={handler}", fields);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            Assert.Contains("class=\"problem\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        return answer.Headers.Location?.OriginalString;
    }

    private async Task TakeFiguresAsync(string partner, string rows)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Gösterge;Dönem;Değer\n" + rows));
        Assert.True((await _portal.Desk.Door.TakeAsync(partner, file, TestContext.Current.CancellationToken)).Succeeded(out var answer, out _));
        Assert.True(answer.IsAccepted, answer.Text);
    }

    /// <summary>Who owes an indicator, by a page; null where it is not listed.</summary>
    private static string? Owed(string page, string indicator)
    {
        var row = Regex.Match(WebUtility.HtmlDecode(page), $"<th scope=\"row\">{Regex.Escape(indicator)}</th>\\s*<td>(?<owed>.*?)</td>", RegexOptions.Singleline);
        return row.Success ? Regex.Replace(Regex.Replace(row.Groups["owed"].Value, "<[^>]*>", ""), "\\s+", " ").Trim() : null;
    }

    private static string? ReviewIn(string page) => Review().Match(page) is { Success: true } match ? match.Groups["code"].Value : null;

    [GeneratedRegex("name=\"review\" value=\"(?<code>[0-9a-f]{64})\"")]
    private static partial Regex Review();

    private Task<DeskUser> UserAsync(string name) => DeskUser.SignInAsync(_portal.Address, Installation, name, Site.Credential);

    private long Looks(string action, string actor, string subject)
    {
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM audit WHERE action = $action AND actor = $actor AND subject = $subject";
        command.Parameters.AddWithValue("$action", action);
        command.Parameters.AddWithValue("$actor", actor);
        command.Parameters.AddWithValue("$subject", subject);
        return (long)command.ExecuteScalar()!;
    }
}
