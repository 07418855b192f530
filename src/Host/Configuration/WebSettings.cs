namespace Host.Configuration;

/// <summary>How pages and interface are served.</summary>
internal sealed record WebSettings
{
    /// <summary>IP address to listen at once there is a certificate; without one the server listens on this machine only. Default <c>127.0.0.1</c>.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Certificate: a PFX file, or a PEM file with its intermediate certificates. None by default.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file of the private key; none for a PFX file.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>File that holds the password of the PFX file.</summary>
    public string? CertificatePasswordFile { get; init; }

    /// <summary>Port whose plain requests are sent on to HTTPS. None by default.</summary>
    public int? RedirectPort { get; init; }

    /// <summary>Requests that one address may send a minute, and at once. Default 1200, 60 to 1000000.</summary>
    public int ReadsPerMinute { get; init; } = 1200;

    /// <summary>File that holds the token with which <c>/metrics</c> may be read. None by default, and then there is no such page.</summary>
    public string? MetricsTokenFile { get; init; }

    /// <summary>IP address of the web server in front of this one, whose word for the caller's address is taken. None by default.</summary>
    public string? Proxy { get; init; }

    public OpenIdConnectSettings OpenIdConnect { get; init; } = new();
}
