using System.Net;
using EndToEnd.Support;
using Host.Security;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A protection officer enters withdrawn consents in the browser; nobody sees a case number again.</summary>
[Trait("culture", "last")]
public sealed class ConsentPagesTests : IAsyncLifetime
{
    private const string Place = "/en/desk/protection/consents";
    private const string Number = "2025/0003";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await SitePortal.StartAsync(_clock);
        foreach (var (name, role) in new[] { ("officer", Role.Officer), ("boss", Role.Operator) })
        {
            Assert.Null(_portal.Desk.Installation.Users.Put(name, Site.Credential, [role], "test", 1000).Failure);
        }

        Assert.True((await _portal.Desk.Door.TakeAsync("GOC", new MemoryStream(AgencyFile.Text(AgencyFile.Rows(5))), TestContext.Current.CancellationToken)).Succeeded(out _, out _));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Withdrawal_IsCarriedOutAtOnce_AndListedWithoutTheNumber()
    {
        using var officer = await UserAsync("officer");
        Assert.Contains(Place, await officer.ReadAsync("/en/desk/protection"), StringComparison.Ordinal);
        using var entered = await EnterAsync(officer, "GOC", Number, "2025-04-09", "Guardian");
        Assert.Equal(Place, entered.Headers.Location?.OriginalString);

        var page = WebUtility.HtmlDecode(await officer.ReadAsync(Place));
        Assert.Contains("W000001", page, StringComparison.Ordinal);
        Assert.Contains("1 records taken out of 1 files", page, StringComparison.Ordinal);
        Assert.Contains("A parent or guardian asked for it", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, page, StringComparison.Ordinal);
        await StoredBytes.AssertWithoutAsync(_portal.Folder, Number);

        using var boss = await UserAsync("boss");
        Assert.Contains("Records taken out of files for withdrawn consents", await boss.ReadAsync("/en/desk/system"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseInNoFile_IsSaidAndKept()
    {
        using var officer = await UserAsync("officer");
        using var entered = await EnterAsync(officer, "KOL", Number, "2025-04-10", "Person");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Contains("Found in no file; kept out of every later one", await officer.ReadAsync(Place), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Number, "2025-04-09", "Person")]
    [InlineData("NOSUCH", Number, "2025-04-09", "Person")]
    [InlineData("GOC", " ", "2025-04-09", "Person")]
    [InlineData("GOC", Number, "2025-04-11", "Person")]
    [InlineData("GOC", Number, "yesterday", "Person")]
    [InlineData("GOC", Number, "2025-04-09", "7")]
    public async Task WrongEntry_IsRefusedAndTheNumberIsNotRepeated(string partner, string number, string day, string reason)
    {
        using var officer = await UserAsync("officer");
        using var refused = await EnterAsync(officer, partner, number, day, reason);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("class=\"problem\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, page, StringComparison.Ordinal);
        Assert.Empty(_portal.Desk.Store.Consents.All().Value);
    }

    private Task<DeskUser> UserAsync(string name) => DeskUser.SignInAsync(_portal.Address, _portal.Desk.Installation, name, Site.Credential);

    private static Task<HttpResponseMessage> EnterAsync(DeskUser officer, string partner, string number, string day, string reason) =>
        officer.PostAsync(Place, ("partner", partner), ("number", number), ("day", day), ("reason", reason));
}
