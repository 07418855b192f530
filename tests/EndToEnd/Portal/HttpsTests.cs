using System.Net;
using System.Net.Sockets;
using EndToEnd.Support;
using Host.Configuration;
using Host.Outcomes;
using Host.Web.Listening;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>With a certificate the server is open and speaks HTTPS only; without one it is this machine's own; with a bad one it does not start.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reporting-https-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    public async Task Certificate_OpensTheServerOverHttpsOnly(string form)
    {
        using var certificate = OwnCertificate.Make();
        var settings = SettingsFor(form, certificate) with { Address = "127.0.0.1", RedirectPort = LocalServer.FreePort() };
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"), settings, LocalServer.FreePort());
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        handler.ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == certificate.Thumbprint;
        using var client = new HttpClient(handler);

        var secure = portal.Addresses.Single(a => a.Scheme == "https");
        using var page = await client.GetAsync(new Uri(secure, "/tr"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.StartsWith("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);

        using var plain = await client.GetAsync(new Uri($"http://127.0.0.1:{settings.RedirectPort}/en/releases?table=x"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PermanentRedirect, plain.StatusCode);
        Assert.Equal(new Uri(secure, "/en/releases?table=x"), plain.Headers.Location);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task WithoutACertificate_OnlyThisMachineIsServedWhateverIsAsked()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"), new WebSettings { Address = "0.0.0.0" });
        Assert.All(portal.Addresses, a => Assert.True(a.IsLoopback && a.Scheme == "http", a.ToString()));
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var page = await client.GetAsync(new Uri("/tr", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("missing", "CertificateMissing", 7)]
    [InlineData("no password file", "CertificateMissing", 7)]
    [InlineData("wrong password", "CertificateUnreadable", 7)]
    [InlineData("no certificate", "CertificateUnreadable", 7)]
    [InlineData("no key", "CertificateUnreadable", 7)]
    [InlineData("expired", "CertificateNotValidNow", 7)]
    [InlineData("not yet", "CertificateNotValidNow", 7)]
    [InlineData("development", "CertificateForDevelopment", 2)]
    public void BadCertificate_IsRefusedByName(string fault, string code, int exit)
    {
        using var certificate = fault switch
        {
            "expired" => OwnCertificate.Make(-10, -1),
            "not yet" => OwnCertificate.Make(1, 10),
            "development" => OwnCertificate.Make(isForDevelopment: true),
            _ => OwnCertificate.Make(),
        };
        var settings = SettingsFor(fault == "no key" ? "pem" : "pfx", certificate);
        switch (fault)
        {
            case "missing": File.Delete(settings.Certificate!); break;
            case "no password file": File.Delete(settings.CertificatePasswordFile!); break;
            case "wrong password": File.WriteAllText(settings.CertificatePasswordFile!, "another"); break;
            case "no certificate": File.WriteAllText(settings.Certificate!, "no certificate at all"); break;
            case "no key": File.WriteAllText(settings.CertificateKey!, "no key at all"); break;
        }

        var failure = Listener.Of(settings, 0, TimeProvider.System).Failure!;
        Assert.Equal((code, (ExitCode)exit), (failure.Code, failure.Exit));
    }

    [Fact]
    public async Task Server_WithAnExpiredCertificateDoesNotStart()
    {
        using var site = Site.New();
        using var certificate = OwnCertificate.Make(-10, -1);
        var settings = SettingsFor("pfx", certificate);
        var process = site.Process().With("REPORTING__Web__Certificate", settings.Certificate!).With("REPORTING__Web__CertificatePasswordFile", settings.CertificatePasswordFile!);
        var code = await process.RunAsync("serve", "--port", $"{LocalServer.FreePort()}");

        Assert.True(code == 7, process.Output + process.Error);
        Assert.DoesNotContain(OwnCertificate.Password, process.Output + process.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT")]
    [InlineData("DOTNET_ENVIRONMENT")]
    public async Task Server_ForDevelopersDoesNotStart(string variable)
    {
        using var site = Site.New();
        var process = site.Process().With(variable, "Development");
        Assert.Equal(2, await process.RunAsync("serve", "--port", $"{LocalServer.FreePort()}"));
        Assert.Contains(variable, process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_WithTheKeysOfTheDemonstrationDoesNotStart()
    {
        using var site = Site.New();
        var secret = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("the key of the demonstration is no secret"u8));
        await File.WriteAllTextAsync(
            Path.Combine(site.Folder, "keys", "keyring.json"),
            $$"""{ "schemaVersion": 1, "current": "k1", "pseudonym": "k1", "keys": [{ "id": "k1", "secret": "{{secret}}" }] }""",
            TestContext.Current.CancellationToken);
        var process = site.Process();
        var code = await process.RunAsync("serve", "--port", $"{LocalServer.FreePort()}");
        Assert.True(code == 2, process.Output + process.Error);
    }

    private WebSettings SettingsFor(string form, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
    {
        if (form == "pem")
        {
            var (path, key) = OwnCertificate.Pem(certificate, _folder);
            return new WebSettings { Certificate = path, CertificateKey = key };
        }

        var pfx = OwnCertificate.Pfx(certificate, _folder);
        return new WebSettings { Certificate = pfx, CertificatePasswordFile = pfx + ".password" };
    }
}
