using System.Net;
using EndToEnd.Support;
using Host.Composition;
using Host.Configuration;
using Host.Demo;
using Host.Outcomes;
using Host.Security;
using Host.Web.Accounts;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Signing in through an identity provider: who is let in, and everything that keeps somebody out.</summary>
[Trait("culture", "first")]
public sealed class IdentityProviderTests : IAsyncLifetime
{
    private const string User = "drafter";

    private readonly string _folder = Directory.CreateTempSubdirectory("reporting-secret-").FullName;
    private SomeIdentityProvider _provider = null!;
    private SitePortal _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Installation Installation => _portal.Desk.Installation;

    public async ValueTask InitializeAsync()
    {
        _provider = await SomeIdentityProvider.StartAsync(Stop);
        var file = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(file, SomeIdentityProvider.Secret + "\n", Stop);
        var settings = new OpenIdConnectSettings { Authority = _provider.Issuer, ClientId = SomeIdentityProvider.ClientId, ClientSecretFile = file };

        // The browser and the provider have the clock of this machine.
        _portal = await SitePortal.StartAsync(TimeProvider.System, new WebSettings { OpenIdConnect = settings });
        Assert.Null(Installation.Users.Put("boss", Site.Credential, [Role.Operator], "test", 1000).Failure);
        Installation.SecondFactors.Set(User, DemoSecret.Of(User));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task LinkedPerson_EntersWithOurSecondFactorAndOurRolesAndNothingOfTheTokenIsKept()
    {
        Link(User);
        using var desk = DeskUser.Stranger(_portal.Address);
        using var answer = await ThroughAsync(desk, "/en/desk/quarters");
        Assert.Equal("/en/second-factor?next=%2Fen%2Fdesk%2Fquarters", answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);

        // What the provider said opens nothing by itself.
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(desk, "/en/desk"));
        using var code = await desk.PostAsync("/en/second-factor?next=%2Fen%2Fdesk%2Fquarters", ("Next", "/en/desk/quarters"), ("Code", DeskUser.CodeOf(Installation, User)));
        Assert.Equal("/en/desk/quarters", code.Headers.Location?.OriginalString);
        Assert.Contains(User, await desk.ReadAsync("/en/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(desk, "/en/desk/users"));
        Assert.Equal("sign-in-provider", LastAct());

        Assert.NotEmpty(_provider.HandedOut);
        foreach (var secret in _provider.HandedOut.Append(SomeIdentityProvider.Secret))
        {
            await StoredBytes.AssertWithoutAsync(_portal.Folder, secret);
        }

        using var copy = desk.Copy();
        using var left = await desk.PostToAsync("/en/desk", "/en/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "/en/desk"));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("signature")]
    [InlineData("unsigned")]
    [InlineData("signature left out")]
    [InlineData("shared secret")]
    [InlineData("no token")]
    [InlineData("denied")]
    [InlineData("clear text")]
    public async Task BadAnswer_LetsNobodyInAndIsNotQuoted(string fault)
    {
        Link(User);
        _provider.Fault = fault;
        await AssertRefusedAsync();
        Assert.Equal(fault is not ("denied" or "clear text"), _provider.Redeemed > 0);
    }

    [Fact]
    public async Task UnknownSubject_IsNobodyAndBecomesNobody()
    {
        var before = Installation.Users.All().Count;
        await AssertRefusedAsync();
        Link(User);
        _provider.Subject = _provider.Subject.ToUpperInvariant();
        await AssertRefusedAsync();
        Assert.Equal(before, Installation.Users.All().Count);
    }

    [Fact]
    public async Task SubjectOfAnotherIssuer_IsNobody()
    {
        Assert.Null(Installation.ExternalSubjects.Link(User, "https://elsewhere.example", _provider.Subject, "test").Failure);
        await AssertRefusedAsync();
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("shut out")]
    [InlineData("unlinked")]
    public async Task AccountThatIsClosed_StaysClosed(string how)
    {
        Link(User);
        switch (how)
        {
            case "locked": Enumerable.Range(0, 5).ToList().ForEach(_ => Installation.Users.CountFailure(User)); break;
            case "shut out": Assert.Null(Installation.Roles.Disable(User, "test").Failure); break;
            default: Assert.Null(Installation.ExternalSubjects.Unlink(User, "test").Failure); break;
        }

        await AssertRefusedAsync();
    }

    [Theory]
    [InlineData("before")]
    [InlineData("between")]
    public async Task ProviderThatIsDown_LeavesThePassword(string when)
    {
        Link(User);
        using var desk = DeskUser.Stranger(_portal.Address);
        string page;
        if (when == "before")
        {
            await _provider.StopAsync(Stop);
            using var begun = await GetAsync(desk, "/en/sign-in/provider?next=%2Fen%2Fdesk%2Fquarters");
            page = begun.Headers.Location!.OriginalString;
            Assert.Equal("/en/sign-in?provider=away&next=%2Fen%2Fdesk%2Fquarters", page);
        }
        else
        {
            var back = await SignedInThereAsync(desk, "/en/desk");
            await _provider.StopAsync(Stop);
            using var answer = await GetAsync(desk, back);
            page = answer.Headers.Location!.OriginalString;
            Assert.Equal("/en/sign-in?provider=away", page);
        }

        Assert.Contains("The identity provider cannot be reached at the moment.", await desk.ReadAsync(page), StringComparison.Ordinal);
        using var password = await desk.PostAsync(page, ("Name", User), ("Password", Site.Credential));
        using var code = await desk.PostAsync("/en/second-factor", ("Code", DeskUser.CodeOf(Installation, User)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, "/en/desk"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/en/desk")]
    [InlineData("//elsewhere.example/en/desk")]
    [InlineData("/en/desk\\..\\elsewhere")]
    [InlineData("/en/sign-out")]
    public async Task AddressToGoOnTo_IsOneOfTheDesk(string next)
    {
        Link(User);
        using var desk = DeskUser.Stranger(_portal.Address);
        using var answer = await ThroughAsync(desk, next);
        Assert.Equal("/en/second-factor?next=%2Fen%2Fdesk", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Answer_IsGoodOnceAndInTheBrowserThatAsked()
    {
        Link(User);
        using var desk = DeskUser.Stranger(_portal.Address);
        using var victim = DeskUser.Stranger(_portal.Address);
        var back = await SignedInThereAsync(desk, "/en/desk");
        using var lured = await GetAsync(victim, back);
        Assert.EndsWith("/sign-in?provider=refused", lured.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(victim.Cookies, c => c.Name == "reporting-session");

        using var first = await GetAsync(desk, back);
        Assert.StartsWith("/en/second-factor", first.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var again = await GetAsync(desk, back);
        Assert.EndsWith("/sign-in?provider=refused", again.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_AreAsStrictAsBefore()
    {
        Link(User);
        using var desk = DeskUser.Stranger(_portal.Address);
        using var begun = await GetAsync(desk, "/en/sign-in/provider");
        using var answer = await ThroughAsync(desk, "/en/desk");
        var set = begun.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToArray();
        Assert.Contains(set, c => c.StartsWith("reporting-session=", StringComparison.Ordinal));
        Assert.All(set, c => Assert.Matches("(?i)samesite=(lax|strict)", c));
        Assert.All(set, c => Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk, "/signout-oidc?iss=x&sid=y"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(desk, "/signout-callback-oidc"));
    }

    [Fact]
    public async Task FirstPassword_IsNoHindranceToWhomTheProviderSends()
    {
        Assert.Null(Installation.Users.Put(User, "a first password", [Role.Analyst], "test", 1000, firstUntil: TimeProvider.System.GetUtcNow().AddDays(7)).Failure);
        Link(User);
        using var desk = DeskUser.Stranger(_portal.Address);
        using var answer = await ThroughAsync(desk, "/en/desk");
        using var code = await desk.PostAsync("/en/second-factor", ("Code", DeskUser.CodeOf(Installation, User)));
        Assert.Equal("/en/desk", code.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, "/en/desk"));

        using var by = await DeskUser.SignInAsync(_portal.Address, Installation, User, "a first password");
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(by, "/en/desk"));
    }

    [Fact]
    public async Task Operator_LinksAndUnlinks_OnePersonToASubject()
    {
        using var boss = await DeskUser.SignInAsync(_portal.Address, Installation, "boss", Site.Credential);
        using var linked = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Subject", ("name", User), ("subject", $" {_provider.Subject} "));
        Assert.Equal(User, Installation.ExternalSubjects.Find(_provider.Issuer, _provider.Subject));
        Assert.Equal("subject-link", LastAct());
        Assert.Contains($"value=\"{_provider.Subject}\"", await boss.ReadAsync("/en/desk/users"), StringComparison.Ordinal);

        using var taken = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Subject", ("name", "approver"), ("subject", _provider.Subject));
        Assert.Contains("Another user is linked to this subject already.", await taken.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var wrong = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Subject", ("name", "approver"), ("subject", "iki sözcük"));
        Assert.Contains("A subject has 1 to 255 characters without blanks", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(User, Installation.ExternalSubjects.Find(_provider.Issuer, _provider.Subject));
        using var schedule = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Subject", ("name", UserTable.Schedule), ("subject", "another"));
        Assert.Null(Installation.ExternalSubjects.Find(_provider.Issuer, "another"));

        using var unlinked = await boss.PostToAsync("/en/desk/users", "/en/desk/users?handler=Subject", ("name", User), ("subject", ""));
        Assert.Null(Installation.ExternalSubjects.Find(_provider.Issuer, _provider.Subject));
        Assert.Equal("subject-unlink", LastAct());
    }

    [Fact]
    public void Database_KeepsALinkAsItWasMade()
    {
        Link(User);
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE external_subjects SET user_id = 'approver'";
        Assert.Equal("subject-fixed", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message.Split('\'')[1]);
    }

    [Theory]
    [InlineData("no file")]
    [InlineData("empty file")]
    [InlineData("neither")]
    public void SecretThatIsMissing_StopsTheStart(string fault)
    {
        var file = Path.Combine(_folder, "other");
        if (fault == "empty file")
        {
            File.WriteAllText(file, " \n");
        }

        var settings = new OpenIdConnectSettings { Authority = "https://id.example", ClientId = "us", ClientSecretFile = fault == "neither" ? null : file };
        var failure = IdentityProvider.Read(settings, fault == "neither" ? null : "of the environment").Failure!;
        Assert.Equal(("ClientSecretMissing", ExitCode.DependencyUnavailable), (failure.Code, failure.Exit));
        Assert.True(IdentityProvider.Read(settings with { ClientSecretFile = null }, "of the environment").Succeeded(out var provider, out _));
        Assert.Equal("of the environment", provider!.Secret);
    }

    [Theory]
    [InlineData("Authority", "https://id.example", 7)]
    [InlineData("Authority", "http://id.example", 2)]
    [InlineData("Autority", "https://id.example", 2)]
    public async Task Server_WithAProviderThatIsNotWholeDoesNotStart(string setting, string value, int exit)
    {
        using var site = Site.New();
        var process = site.Process().With($"REPORTING__Web__OpenIdConnect__{setting}", value).With("REPORTING__Web__OpenIdConnect__ClientId", "us");
        var code = await process.RunAsync("serve", "--port", "18999");
        Assert.True(code == exit, process.Output + process.Error);
    }

    private void Link(string user) => Assert.Null(Installation.ExternalSubjects.Link(user, _provider.Issuer, _provider.Subject, "test").Failure);

    private string LastAct()
    {
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT action FROM audit ORDER BY seq DESC LIMIT 1";
        return (string)command.ExecuteScalar()!;
    }

    private async Task AssertRefusedAsync()
    {
        using var desk = DeskUser.Stranger(_portal.Address);
        using var answer = await ThroughAsync(desk, "/en/desk");
        Assert.Equal("/en/sign-in?provider=refused", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(desk.Cookies, c => c.Name == "reporting-session");
        var page = await desk.ReadAsync("/en/sign-in?provider=refused");
        Assert.Contains("Signing in through the identity provider did not succeed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_provider.Subject, page, StringComparison.OrdinalIgnoreCase);
        Assert.All(_provider.HandedOut, secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(desk, "/en/desk"));
    }

    /// <summary>From our page to the provider and back, as a browser goes.</summary>
    private async Task<HttpResponseMessage> ThroughAsync(DeskUser desk, string next) => await GetAsync(desk, await SignedInThereAsync(desk, next));

    private async Task<string> SignedInThereAsync(DeskUser desk, string next)
    {
        using var begun = await GetAsync(desk, $"/en/sign-in/provider?next={Uri.EscapeDataString(next)}");
        Assert.StartsWith($"{_provider.Issuer}/authorize?", begun.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var there = await browser.GetAsync(begun.Headers.Location, Stop);
        Assert.StartsWith($"{_portal.Address}sign-in/answer?", there.Headers.Location?.OriginalString, StringComparison.Ordinal);
        return there.Headers.Location!.PathAndQuery;
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskUser desk, string address)
    {
        using var answer = await GetAsync(desk, address);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> GetAsync(DeskUser desk, string address) => desk.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
}
