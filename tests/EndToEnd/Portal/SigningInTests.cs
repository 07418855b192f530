using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Demo;
using Host.Security;
using Host.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The way in: two factors, locks, sessions that end, the first operator.</summary>
[Trait("culture", "last")]
public sealed partial class SigningInTests : IAsyncLifetime
{
    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(_clock);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Password_AloneOpensNothing()
    {
        using var desk = await WithPasswordAsync("drafter");
        using var answer = await GetAsync(desk, "/en/desk");
        Assert.Equal("/en/second-factor?next=%2Fen%2Fdesk", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SecondFactor_IsSetUpAtTheFirstTimeAndNeverShownAgain()
    {
        using var desk = await WithPasswordAsync("drafter");
        var page = await desk.ReadAsync("/en/second-factor");
        var secret = FromBase32(Letters().Match(page).Groups["letters"].Value);
        Assert.Contains("<svg class=\"secret\"", page, StringComparison.Ordinal);
        Assert.Equal(page.Length, (await desk.ReadAsync("/en/second-factor")).Length);

        using var wrong = await desk.PostAsync("/en/second-factor", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        var code = Totp.CodeAt(secret, Totp.StepAt(_clock.GetUtcNow()));
        using var right = await desk.PostAsync("/en/second-factor", ("Code", code[..3] + " " + code[3..]));
        Assert.Equal("/en/desk", right.Headers.Location?.OriginalString);
        Assert.Contains("drafter", await desk.ReadAsync("/en/desk"), StringComparison.Ordinal);

        using var later = await WithPasswordAsync("drafter");
        Assert.DoesNotContain("secret-letters", await later.ReadAsync("/en/second-factor"), StringComparison.Ordinal);

        // The code that was read over a shoulder is worth nothing.
        using var replayed = await later.PostAsync("/en/second-factor", ("Code", code));
        Assert.Equal(HttpStatusCode.OK, replayed.StatusCode);
    }

    [Fact]
    public async Task WrongCodes_LockTheAccount()
    {
        using var desk = await WithPasswordAsync("drafter");
        _portal.Desk.Installation.SecondFactors.Set("drafter", DemoSecret.Of("drafter"));
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await desk.PostAsync("/en/second-factor", ("Code", "12345"));
        }

        using var right = await desk.PostAsync("/en/second-factor", ("Code", DeskUser.CodeOf(_portal.Desk.Installation, "drafter")));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        _clock.Set("2025-04-10T09:16:00Z");
        using var waited = await desk.PostAsync("/en/second-factor", ("Code", DeskUser.CodeOf(_portal.Desk.Installation, "drafter")));
        Assert.Equal(HttpStatusCode.Redirect, waited.StatusCode);
    }

    [Fact]
    public async Task RightPassword_BetweenWrongCodesForgetsNone()
    {
        _portal.Desk.Installation.SecondFactors.Set("drafter", DemoSecret.Of("drafter"));
        for (var i = 0; i < 5; i++)
        {
            using var thief = await WithPasswordAsync("drafter");
            using var wrong = await thief.PostAsync("/en/second-factor", ("Code", "000000"));
        }

        Assert.Equal("CredentialRefused", _portal.Desk.Installation.Users.SignIn("drafter", Site.Credential).Failure?.Code);
    }

    [Fact]
    public async Task Session_EndsWithSigningOutWithTimeAndWithTheAccount()
    {
        using var first = await SignedInAsync("drafter");
        using var second = await SignedInAsync("drafter");
        using var third = await SignedInAsync("drafter");
        using var copy = first.Copy();
        using var left = await first.PostToAsync("/en/desk", "/en/sign-out");

        // Ended with us, not only in the browser that asked for it.
        Assert.False(await IsInAsync(copy));
        Assert.True(await IsInAsync(second));
        _clock.Set("2025-04-10T09:20:00Z");
        Assert.True(await IsInAsync(second));
        _clock.Set("2025-04-10T09:45:00Z");
        Assert.True(await IsInAsync(second));
        Assert.False(await IsInAsync(third));
        Assert.Null(_portal.Desk.Installation.Roles.Disable("drafter", "test").Failure);
        Assert.False(await IsInAsync(second));
    }

    [Fact]
    public async Task Id_OfASessionChangesWithTheSecondFactor()
    {
        using var desk = await WithPasswordAsync("drafter");
        using var before = desk.Copy();
        _portal.Desk.Installation.SecondFactors.Set("drafter", DemoSecret.Of("drafter"));
        using var full = await desk.PostAsync("/en/second-factor", ("Code", DeskUser.CodeOf(_portal.Desk.Installation, "drafter")));
        Assert.True(await IsInAsync(desk));
        Assert.False(await IsInAsync(before));
    }

    [Fact]
    public async Task FirstPassword_IsReplacedBeforeAnythingElseAndEnds()
    {
        const string First = "a first password";
        var users = _portal.Desk.Installation.Users;
        Assert.Null(users.Put("new-analyst", First, [Role.Analyst], "test", firstUntil: _clock.GetUtcNow().AddDays(7)).Failure);
        using var desk = await SignedInAsync("new-analyst", First);
        using var closed = await GetAsync(desk, "/en/desk");
        Assert.Equal("/en/new-password?next=%2Fen%2Fdesk", closed.Headers.Location?.OriginalString);

        using var same = await desk.PostAsync("/en/new-password", ("Before", First), ("Password", First));
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        using var chosen = await desk.PostAsync("/en/new-password", ("Before", First), ("Password", "one of my own choice"));
        Assert.Equal("/en/desk", chosen.Headers.Location?.OriginalString);
        Assert.True(await IsInAsync(desk));

        Assert.Null(users.Put("late", First, [Role.Analyst], "test", firstUntil: _clock.GetUtcNow().AddDays(7)).Failure);
        _clock.Set("2025-04-17T09:00:01Z");
        Assert.Equal("CredentialRefused", users.SignIn("late", First).Failure?.Code);
    }

    [Theory]
    [InlineData("https://elsewhere.example/en/desk")]
    [InlineData("//elsewhere.example/en/desk")]
    [InlineData("/en/desk\\..\\elsewhere")]
    [InlineData("/en/desk/\r\nSet-Cookie: a=b")]
    [InlineData("/en/sign-out")]
    [InlineData("javascript:alert(1)")]
    public async Task AddressToGoOnTo_IsOneOfTheDesk(string next)
    {
        using var desk = await WithPasswordAsync("drafter");
        _portal.Desk.Installation.SecondFactors.Set("drafter", DemoSecret.Of("drafter"));
        using var answer = await desk.PostAsync("/en/second-factor", ("Next", next), ("Code", DeskUser.CodeOf(_portal.Desk.Installation, "drafter")));
        Assert.Equal("/en/desk", answer.Headers.Location?.OriginalString);
        Assert.Single(answer.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task FirstOperator_NeedsTheWordOfTheConsoleAndThereIsOne()
    {
        var word = _portal.Services.GetRequiredService<SetupToken>().Word!;
        using var stranger = DeskUser.Stranger(_portal.Address);
        using var wrong = await stranger.PostAsync("/en/setup", ("Token", "guess"), ("Name", "boss"), ("Password", "a good long password"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Null(_portal.Desk.Installation.Users.Find("boss"));

        using var taken = await stranger.PostAsync("/en/setup", ("Token", word), ("Name", "drafter"), ("Password", "a good long password"));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal([Role.Analyst], _portal.Desk.Installation.Users.Find("drafter")!.Roles);

        using var right = await stranger.PostAsync("/en/setup", ("Token", word), ("Name", "boss"), ("Password", "a good long password"));
        Assert.Equal("/en/second-factor", right.Headers.Location?.OriginalString);
        Assert.Equal([Role.Operator], _portal.Desk.Installation.Users.Find("boss")!.Roles);

        using var again = await GetAsync(stranger, $"/en/setup?token={word}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Guessing_IsSlowedDownByAddress()
    {
        using var desk = DeskUser.Stranger(_portal.Address);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 32; i++)
        {
            using var form = new FormUrlEncodedContent([]);
            using var answer = await desk.Client.PostAsync(new Uri("/en/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(30));
    }

    [Fact]
    public async Task KeysOfTheServer_LieEncrypted()
    {
        using var desk = await SignedInAsync("drafter");
        var files = Directory.GetFiles(Path.Combine(_portal.Folder, "private", "web-keys"));
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal("RPV1"u8.ToArray(), File.ReadAllBytes(f)[..4]));
    }

    private static byte[] FromBase32(string letters)
    {
        var bits = string.Concat(letters.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => byte.Parse(new string(c), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture))];
    }

    private static Task<HttpResponseMessage> GetAsync(DeskUser desk, string address) =>
        desk.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<bool> IsInAsync(DeskUser desk)
    {
        using var answer = await GetAsync(desk, "/en/desk");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private Task<DeskUser> SignedInAsync(string user, string password = Site.Credential) => DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, user, password);

    private async Task<DeskUser> WithPasswordAsync(string user)
    {
        var desk = DeskUser.Stranger(_portal.Address);
        using var answer = await desk.PostAsync("/en/sign-in", ("Name", user), ("Password", Site.Credential));
        Assert.Equal("/en/second-factor", answer.Headers.Location?.OriginalString);
        return desk;
    }

    [GeneratedRegex("<code class=\"secret-letters\">(?<letters>[A-Z2-7 ]+)</code>")]
    private static partial Regex Letters();
}
