using System.Net;
using System.Security.Authentication;
using Host.Configuration;
using Host.Outcomes;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Host.Web.Listening;

/// <summary>Where the server listens: on this machine in clear, or with a certificate at the configured address.</summary>
internal sealed record Listener
{
    private Listener(int port) => Port = port;

    /// <summary>0 takes a free one.</summary>
    public int Port { get; }

    /// <summary>Without it nobody but this machine is served, whatever address is configured.</summary>
    public ServerCertificate? Certificate { get; private init; }

    /// <summary>Port whose plain requests are sent on to HTTPS; null for none.</summary>
    public int? RedirectPort { get; private init; }

    private IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>In clear, on this machine alone.</summary>
    public static Listener OnThisMachine(int port) => new(port);

    /// <summary>As the settings have it; a certificate that is configured must be there, readable and valid now.</summary>
    public static Outcome<Listener> Of(WebSettings settings, int port, TimeProvider clock)
    {
        if (settings.Certificate is null)
        {
            return OnThisMachine(port);
        }

        return ServerCertificate.Read(settings, clock.GetUtcNow()).Succeeded(out var certificate, out var failure)
            ? new Listener(port) { Certificate = certificate, RedirectPort = settings.RedirectPort, Address = IPAddress.Parse(settings.Address) }
            : failure;
    }

    public void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        if (Certificate is { } certificate)
        {
            options.Listen(Address, Port, o => o.UseHttps(https =>
            {
                https.ServerCertificate = certificate.Own;
                https.ServerCertificateChain = certificate.Chain;
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            }));
            if (RedirectPort is { } redirect)
            {
                options.Listen(Address, redirect);
            }
        }
        else if (Port == 0)
        {
            // A free port can be taken for one address only.
            options.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            options.ListenLocalhost(Port);
        }
    }
}
