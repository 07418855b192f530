using EndToEnd.Support;
using Host.Configuration;
using Host.Demo;
using Microsoft.Playwright;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The way through the provider in a real browser, which holds us to the content policy and to the cookies' rules.</summary>
[Trait("culture", "last")]
public sealed class IdentityProviderBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task Person_ComesBackFromAnotherSiteAndIsIn(string tongue)
    {
        const string User = "drafter";
        await using var provider = await SomeIdentityProvider.StartAsync(TestContext.Current.CancellationToken);
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, SomeIdentityProvider.Secret, TestContext.Current.CancellationToken);
        var settings = new OpenIdConnectSettings { Authority = provider.Issuer, ClientId = SomeIdentityProvider.ClientId, ClientSecretFile = secret };
        await using var portal = await SitePortal.StartAsync(TimeProvider.System, new WebSettings { OpenIdConnect = settings });
        File.Delete(secret);
        var installation = portal.Desk.Installation;
        Assert.Null(installation.ExternalSubjects.Link(User, provider.Issuer, provider.Subject, "test").Failure);
        installation.SecondFactors.Set(User, DemoSecret.Of(User));

        var page = await chromium.PageAsync(width: 320, policy: true);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url} {message.Text}");
        await page.GotoAsync(new Uri(portal.Address, $"/{tongue}/desk/quarters").ToString());
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
        await page.ClickAsync("main a.go[href*='provider']");
        await page.FillAsync("#code", DeskUser.CodeOf(installation, User));
        await page.ClickAsync("form.card button");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(portal.Address, $"/{tongue}/desk/quarters").ToString());
        Assert.DoesNotContain(complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal));

        var accessible = await chromium.PageAsync();
        await accessible.GotoAsync(new Uri(portal.Address, $"/{tongue}/sign-in?provider=away").ToString());
        await DeskBrowser.AssertAccessibleAsync(accessible);
    }
}
