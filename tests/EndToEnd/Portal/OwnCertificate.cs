using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EndToEnd.Portal;

/// <summary>Certificates that a test makes for itself.</summary>
internal static class OwnCertificate
{
    public const string Password = "a password for tests";

    private const string DevelopmentMark = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>For localhost, signed by itself, good for a year from some days before today, counted in days.</summary>
    public static X509Certificate2 Make(int fromDay = -1, int toDay = 365, bool isForDevelopment = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        if (isForDevelopment)
        {
            request.CertificateExtensions.Add(new X509Extension(DevelopmentMark, [2], critical: false));
        }

        var today = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(today.AddDays(fromDay), today.AddDays(toDay));
    }

    public static string Pfx(X509Certificate2 certificate, string folder)
    {
        var path = Path.Combine(folder, "server.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        File.WriteAllText(path + ".password", Password + "\n");
        return path;
    }

    public static (string Certificate, string Key) Pem(X509Certificate2 certificate, string folder)
    {
        var path = Path.Combine(folder, "server.pem");
        File.WriteAllText(path, certificate.ExportCertificatePem());
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(path + ".key", key.ExportPkcs8PrivateKeyPem());
        return (path, path + ".key");
    }
}
