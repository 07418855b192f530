namespace Host.Configuration;

/// <summary>An identity provider through which people may sign in beside their passwords; without an authority there is none.</summary>
internal sealed record OpenIdConnectSettings
{
    /// <summary>Address of the provider, letter for letter as it writes its issuer; HTTPS, or this machine. None by default.</summary>
    public string? Authority { get; init; }

    /// <summary>What the provider calls this installation.</summary>
    public string? ClientId { get; init; }

    /// <summary>File that holds the secret of the client; else it is <c>REPORTING_CLIENT_SECRET</c>.</summary>
    public string? ClientSecretFile { get; init; }
}
