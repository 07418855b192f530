using System.IO.Compression;
using System.Net;
using EndToEnd.Support;
using Host.Composition;
using Host.Security;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A draft as those see it who did not make it: preview, early readers, protection officer, methodologist.</summary>
[Trait("culture", "last")]
public sealed class GuardianPagesTests : IAsyncLifetime
{
    private const string Draft = "2025-Q1.1-d1";
    private const string Place = "/en/desk/quarters/2025-Q1";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    private Installation Installation => _portal.Desk.Installation;

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, TestContext.Current.CancellationToken);
        _clock.Set("2025-04-22T09:00:00Z");
        Assert.Null((await _portal.Desk.Drafter.DraftAsync(Publication.Releases.ReleasePeriod.OfQuarter(2025, 1), "drafter", TestContext.Current.CancellationToken)).Failure);
        foreach (var (name, role) in new[] { ("officer", Role.Officer), ("method", Role.Methodologist), ("minister", Role.Reader), ("other", Role.Reader) })
        {
            Assert.Null(Installation.Users.Put(name, Site.Credential, [role], "test", 1000).Failure);
        }
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Preview_ShowsTheDraftStampedToClearedEyesAndKeepsTheLook()
    {
        using var approver = await UserAsync("approver");
        using (var page = await GetAsync(approver, $"{Place}/preview"))
        {
            Assert.True(page.Headers.CacheControl?.NoStore);
            var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains("DRAFT – not published", text, StringComparison.Ordinal);
            Assert.Contains("class=\"figure\" id=\"sectors\"", text, StringComparison.Ordinal);
        }

        using (var picture = await GetAsync(approver, $"{Place}/preview/charts/sectors.en.svg"))
        {
            Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
            Assert.True(picture.Headers.CacheControl?.NoStore);
            Assert.Contains("<svg", await picture.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using (var all = await GetAsync(approver, $"{Place}/preview/all.zip"))
        {
            using var archive = new ZipArchive(await all.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            Assert.Contains(archive.Entries, e => e.FullName == "bulletin.en.xlsx");
            Assert.DoesNotContain(archive.Entries, e => e.FullName == "release.json");
        }

        using var none = await GetAsync(approver, $"{Place}/preview/../../private/workflow.db");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(1, Looks("preview-look", "approver"));
        Assert.Equal(2, Looks("preview-file", "approver"));
    }

    [Fact]
    public async Task NamedReader_ReadsBetweenApprovalAndPublicationAndNotBeforeNorLonger()
    {
        var token = TestContext.Current.CancellationToken;
        using var publisher = await UserAsync("publisher");
        Assert.DoesNotContain("Pre-release readers", await publisher.ReadAsync($"{Place}/publication"), StringComparison.Ordinal);
        Assert.Null(Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver").Failure);
        using (var named = await publisher.PostToAsync($"{Place}/publication", $"{Place}/publication?handler=Reader", ("draft", Draft), ("reader", "minister")))
        {
            Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        }

        using var minister = await UserAsync("minister");
        using var other = await UserAsync("other");
        Assert.Contains(Draft, await minister.ReadAsync("/en/desk/early"), StringComparison.Ordinal);
        Assert.Contains("DRAFT", await minister.ReadAsync($"/en/desk/early/{Draft}"), StringComparison.Ordinal);
        using (var picture = await GetAsync(minister, $"/en/desk/early/{Draft}/charts/sectors.en.png"))
        {
            Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        }

        Assert.DoesNotContain(Draft, await other.ReadAsync("/en/desk/early"), StringComparison.Ordinal);
        using (var refused = await GetAsync(other, $"/en/desk/early/{Draft}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        // What a draft hides and why is not for a reader.
        using (var refused = await GetAsync(minister, $"{Place}/draft"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal(1, Looks("early-look", "minister"));
        _clock.Set("2025-05-15T07:00:00Z");
        Assert.Null((await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", token)).Failure);
        using var later = await UserAsync("minister");
        using var gone = await GetAsync(later, $"/en/desk/early/{Draft}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task HeldRelease_IsNotPublishedUntilItIsLetGo()
    {
        var token = TestContext.Current.CancellationToken;
        using var officer = await UserAsync("officer");
        var page = WebUtility.HtmlDecode(await officer.ReadAsync($"/en/desk/protection/{Draft}"));
        Assert.Contains("persons</li>", page, StringComparison.Ordinal);
        Assert.Equal(1, Looks("draft-look", "officer"));
        using (var empty = await officer.PostToAsync($"/en/desk/protection/{Draft}", $"/en/desk/protection/{Draft}?handler=Hold", ("reason", " ")))
        {
            Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        }

        using (var held = await officer.PostToAsync($"/en/desk/protection/{Draft}", $"/en/desk/protection/{Draft}?handler=Hold", ("reason", "a family was in the papers")))
        {
            Assert.Equal($"/en/desk/protection/{Draft}", held.Headers.Location?.OriginalString);
        }

        using var analyst = await UserAsync("drafter");
        Assert.Contains("a family was in the papers", await analyst.ReadAsync($"{Place}/checklist"), StringComparison.Ordinal);
        Assert.Null(Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver").Failure);
        _clock.Set("2025-05-15T07:00:00Z");
        Assert.Equal("ReleaseHeld", (await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", token)).Failure?.Code);
        using var later = await UserAsync("officer");
        using (var lifted = await later.PostToAsync($"/en/desk/protection/{Draft}", $"/en/desk/protection/{Draft}?handler=Lift"))
        {
            Assert.Equal(HttpStatusCode.Redirect, lifted.StatusCode);
        }

        Assert.Null((await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", token)).Failure);
    }

    [Fact]
    public async Task RefusedDraft_IsNotApprovedUntilTheRefusalIsLifted()
    {
        using var method = await UserAsync("method");
        var address = $"/en/desk/method/{Draft}";
        Assert.Contains("the certificate suffices", await method.ReadAsync(address), StringComparison.Ordinal);
        using (var empty = await method.PostToAsync(address, $"{address}?handler=Refuse"))
        {
            Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        }

        using (var refused = await method.PostToAsync(address, $"{address}?handler=Refuse", ("reason", "the slack is too small")))
        {
            Assert.Equal(address, refused.Headers.Location?.OriginalString);
        }

        Assert.Equal("MethodRefused", Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver").Failure?.Code);
        using var analyst = await UserAsync("drafter");
        Assert.Contains("the slack is too small", await analyst.ReadAsync($"{Place}/checklist"), StringComparison.Ordinal);
        using (var lifted = await method.PostToAsync(address, $"{address}?handler=Lift"))
        {
            Assert.Equal(address, lifted.Headers.Location?.OriginalString);
        }

        Assert.Null(Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver").Failure);
        Assert.Contains("refusal lifted", await method.ReadAsync("/en/desk/method"), StringComparison.Ordinal);
    }

    private Task<DeskUser> UserAsync(string name) => DeskUser.SignInAsync(_portal.Address, Installation, name, Site.Credential);

    private static Task<HttpResponseMessage> GetAsync(DeskUser user, string address) =>
        user.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private long Looks(string action, string actor)
    {
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM audit WHERE action = $action AND actor = $actor AND subject = $subject";
        command.Parameters.AddWithValue("$action", action);
        command.Parameters.AddWithValue("$actor", actor);
        command.Parameters.AddWithValue("$subject", Draft);
        return (long)command.ExecuteScalar()!;
    }
}
