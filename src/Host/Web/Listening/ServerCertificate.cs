using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Host.Configuration;
using Host.Outcomes;

namespace Host.Web.Listening;

/// <summary>The certificate of the server with its private key, and the certificates that lead from it to a root.</summary>
internal sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    // Marks the certificates that the .NET SDK makes for developers.
    private const string DevelopmentMark = "1.3.6.1.4.1.311.84.1.1";

    /// <param name="settings">Name the files; <see cref="WebSettings.Certificate"/> is set.</param>
    /// <param name="now">A certificate is good at this moment, or is refused.</param>
    public static Outcome<ServerCertificate> Read(WebSettings settings, DateTimeOffset now)
    {
        ServerCertificate read;
        try
        {
            read = settings.CertificateKey is { } key ? OfPem(settings.Certificate!, key) : OfPfx(settings.Certificate!, settings.CertificatePasswordFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCode.DependencyUnavailable, "CertificateMissing");
        }
        catch (CryptographicException)
        {
            return new Failure(ExitCode.DependencyUnavailable, "CertificateUnreadable");
        }

        return read.Own switch
        {
            { HasPrivateKey: false } => new Failure(ExitCode.DependencyUnavailable, "CertificateUnreadable"),
            var own when own.NotAfter.ToUniversalTime() <= now.UtcDateTime || own.NotBefore.ToUniversalTime() > now.UtcDateTime =>
                new Failure(ExitCode.DependencyUnavailable, "CertificateNotValidNow", Day(own.NotBefore), Day(own.NotAfter)),
            var own when own.Extensions.Any(e => e.Oid?.Value == DevelopmentMark) => new Failure(ExitCode.WrongUsage, "CertificateForDevelopment"),
            _ => read,
        };
    }

    private static ServerCertificate OfPem(string certificate, string key)
    {
        var text = File.ReadAllText(certificate);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(text);
        return new ServerCertificate(X509Certificate2.CreateFromPem(text, File.ReadAllText(key)), chain);
    }

    private static ServerCertificate OfPfx(string certificate, string? passwordFile)
    {
        var password = passwordFile is null ? null : File.ReadAllText(passwordFile).TrimEnd('\r', '\n');
        var chain = X509CertificateLoader.LoadPkcs12Collection(File.ReadAllBytes(certificate), password);
        return new ServerCertificate(chain.FirstOrDefault(c => c.HasPrivateKey) ?? throw new CryptographicException(), chain);
    }

    private static string Day(DateTime day) => day.ToUniversalTime().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
