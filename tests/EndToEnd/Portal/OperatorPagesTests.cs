using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Demo;
using Host.Security;
using Microsoft.Data.Sqlite;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>An operator in the browser: users and their roles, keys of programs, the state of the installation.</summary>
[Trait("culture", "last")]
public sealed partial class OperatorPagesTests : IAsyncLifetime
{
    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        Assert.Null(_portal.Desk.Installation.Users.Put("boss", Site.Credential, [Role.Operator], "test", 1000).Failure);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task NewUser_GetsAFirstPasswordThatIsShownOnceAndReplaced()
    {
        using var boss = await BossAsync();
        using var added = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Add", ("name", "ayse"), ("roles", "analyst"), ("roles", "approver"));
        var password = First().Match(await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups["password"].Value;

        Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}$", password);
        Assert.DoesNotContain(password, await boss.ReadAsync("/en/desk/users"), StringComparison.Ordinal);
        await StoredBytes.AssertWithoutAsync(_portal.Folder, password);

        using var ayse = await DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, "ayse", password);
        using var closed = await ayse.Client.GetAsync(new Uri("/en/desk", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/en/new-password", closed.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var chosen = await ayse.PostAsync("/en/new-password", ("Before", password), ("Password", "one of her own choice"));
        Assert.Contains("ayse", await ayse.ReadAsync("/en/desk"), StringComparison.Ordinal);

        using var twice = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Add", ("name", "ayse"), ("roles", "analyst"));
        Assert.Contains("There is a user named ayse already.", await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ForRemindersIsSeenByOperatorsAlone()
    {
        const string Email = "drafter@figures.example.org";
        using var boss = await BossAsync();
        using var kept = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Contact", ("name", "drafter"), ("email", $" {Email} "), ("language", "en"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(new Contact("drafter", Email, Language.En), _portal.Desk.Installation.Contacts.All()["drafter"]);
        Assert.Contains(Email, await boss.ReadAsync("/en/desk/users"), StringComparison.Ordinal);
        using var wrong = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Contact", ("name", "approver"), ("email", "ayşe@figures.example.org"));
        Assert.Contains("This is no e-mail address", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var drafter = await DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, "drafter", Site.Credential);
        foreach (var page in new[] { "/en/desk", "/en/desk/quarters", "/en/new-password" })
        {
            Assert.DoesNotContain(Email, await drafter.ReadAsync(page), StringComparison.Ordinal);
        }

        using var taken = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Contact", ("name", "drafter"), ("email", ""), ("language", "tr"));
        Assert.Equal(new Contact("drafter", null, Language.Tr), _portal.Desk.Installation.Contacts.All()["drafter"]);
    }

    [Fact]
    public async Task Roles_ChangeAtOnceAndEndSessions()
    {
        using var boss = await BossAsync();
        using var drafter = await DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, "drafter", Site.Credential);
        using var changed = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Roles", ("name", "drafter"), ("roles", "operator"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using var gone = await drafter.Client.GetAsync(new Uri("/en/desk", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal([Role.Operator], _portal.Desk.Installation.Users.Find("drafter")!.Roles);
    }

    [Theory]
    [InlineData("Roles", "analyst")]
    [InlineData("Disable", "")]
    public async Task LastOperator_Stays(string act, string role)
    {
        using var boss = await BossAsync();
        using var refused = await boss.PostToAsync("/en/desk/users", $"/en/desk/users?handler={act}", ("name", "boss"), ("roles", role));
        Assert.Contains("There would be no operator left.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal([Role.Operator], _portal.Desk.Installation.Users.Find("boss")!.Roles);
    }

    [Theory]
    [InlineData("GOC", "partner", "analyst")]
    [InlineData("", "partner", "partner")]
    [InlineData("GOC", "analyst", "analyst")]
    [InlineData("NOSUCH", "partner", "partner")]
    public async Task PartnersUser_BelongsToOnePartnerAndHasNoOtherRole(string partner, string first, string second)
    {
        using var boss = await BossAsync();
        using var refused = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Add", ("name", "someone"), ("roles", first), ("roles", second), ("partner", partner));
        Assert.Contains("class=\"problem\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(_portal.Desk.Installation.Users.Find("someone"));
    }

    [Fact]
    public void Database_RefusesAPartnersUserWithAnotherRoleWhateverTheProgramDoes()
    {
        Assert.Null(_portal.Desk.Installation.Users.Put("of-goc", Site.Credential, [Role.Partner], "test", 1000, "GOC").Failure);
        Assert.Equal("partner-alone", Insert("of-goc", "analyst"));
        Assert.Equal("partner-alone", Insert("drafter", "partner"));
    }

    [Fact]
    public async Task SecondFactor_ThatWasLostIsTakenAwayAndSetUpAnew()
    {
        using var boss = await BossAsync();
        _portal.Desk.Installation.SecondFactors.Set("drafter", DemoSecret.Of("drafter"));
        using var taken = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=SecondFactor", ("name", "drafter"));
        Assert.False(_portal.Desk.Installation.Users.Find("drafter")!.HasSecondFactor);
        using var drafter = DeskUser.Stranger(_portal.Address);
        using var password = await drafter.PostAsync("/en/sign-in", ("Name", "drafter"), ("Password", Site.Credential));
        Assert.Contains("secret-letters", await drafter.ReadAsync("/en/second-factor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_IsShownOnceWorksAndIsRevoked()
    {
        using var boss = await BossAsync();
        using var issued = await boss.PostToAsync("/en/desk/keys", "/en/desk/keys?handler=Issue", ("partner", Site.Partners[0].Id), ("days", "30"));
        var key = Key().Match(await issued.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        Assert.DoesNotContain(key, await boss.ReadAsync("/en/desk/keys"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(key));

        using var revoked = await boss.PostToAsync("/en/desk/keys", "/en/desk/keys?handler=Revoke", ("id", key.Split('_')[1]));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(key));
        Assert.Contains("revoked", await boss.ReadAsync("/en/desk/keys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task System_SaysWhetherTheChainsHold()
    {
        using var boss = await BossAsync();
        var page = await boss.ReadAsync("/en/desk/system");
        Assert.Equal(5, Holds().Count(page));

        await using (var connection = _portal.Desk.Installation.Database.Connect())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "DROP TRIGGER audit_fixed; UPDATE audit SET actor = 'somebody' WHERE seq = 2";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("Audit trail: broken at entry 2", await boss.ReadAsync("/en/desk/system"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task System_SaysWhatComesNextAndWhatTheFoldersTake()
    {
        using (var file = new MemoryStream(AgencyFile.Text(AgencyFile.Rows(3))))
        {
            Assert.True((await _portal.Desk.Door.TakeAsync("GOC", file, TestContext.Current.CancellationToken)).Succeeded(out var taken, out _));
            Assert.True(taken.IsAccepted, taken.Text);
        }

        using var boss = await BossAsync();
        var page = Blanks().Replace(Tags().Replace(WebUtility.HtmlDecode(await boss.ReadAsync("/tr/desk/system")), " "), " ");

        Assert.Contains("Gece denetimi 2025-04-11 11 Nisan 2025, 03:30 Kayıtlara kapanır 2025-Q1 21 Nisan 2025, 00:00 Taslak yapılır 2025-Q1 21 Nisan 2025, 02:00", page, StringComparison.Ordinal);
        Assert.Contains("Yayımlanır 2025-Q1 15 Mayıs 2025, 10:00", page, StringComparison.Ordinal);
        Assert.Matches("Özel klasör [0-9.,]+ MB boş yer [0-9.,]+ [MG]B", page);
    }

    [Fact]
    public async Task Jobs_AreShownToOperatorsAndCannotBeChangedThere()
    {
        using var boss = await BossAsync();
        using var page = await boss.Client.GetAsync(new Uri("/desk/jobs", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Hangfire", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InMemory", html, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("jobs[]", "1")]);
        using var change = await boss.Client.PostAsync(new Uri("/desk/jobs/jobs/enqueued/delete", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, change.StatusCode);
        Assert.NotEqual(HttpStatusCode.NoContent, change.StatusCode);
    }

    private async Task<DeskUser> BossAsync() => await DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, "boss", Site.Credential);

    private async Task<HttpStatusCode> AskAsync(string key)
    {
        using var client = new HttpClient { BaseAddress = _portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync(new Uri("/v1/uploads", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private string Insert(string user, string role)
    {
        using var connection = _portal.Desk.Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO user_roles (user_id, role) VALUES ($user, $role)";
        command.Parameters.AddWithValue("$user", user);
        command.Parameters.AddWithValue("$role", role);
        return Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message.Split('\'')[1];
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("id=\"first-password\">(?<password>[^<]+)<")]
    private static partial Regex First();

    [GeneratedRegex("rpk_[0-9a-f]{12}_[0-9a-f]{64}")]
    private static partial Regex Key();

    [GeneratedRegex(": holds</li>")]
    private static partial Regex Holds();
}
