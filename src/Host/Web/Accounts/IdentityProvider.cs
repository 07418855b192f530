using Host.Configuration;
using Host.Outcomes;

namespace Host.Web.Accounts;

/// <summary>The identity provider of an installation, with the secret by which we are known to it.</summary>
internal sealed class IdentityProvider
{
    /// <summary>Environment variable of the secret, where no file is named.</summary>
    public const string SecretVariable = "REPORTING_CLIENT_SECRET";

    private IdentityProvider(string authority, string clientId, string secret) => (Authority, ClientId, Secret) = (authority, clientId, secret);

    /// <summary>Address of the provider and, letter for letter, the issuer of its tokens.</summary>
    public string Authority { get; }

    public string ClientId { get; }

    public string Secret { get; }

    /// <param name="settings">Checked before.</param>
    /// <param name="secret">Of the environment; a file wins over it.</param>
    /// <returns>Null where the settings name no provider.</returns>
    public static Outcome<IdentityProvider?> Read(OpenIdConnectSettings settings, string? secret)
    {
        if (settings is not { Authority: { } authority, ClientId: { } clientId })
        {
            return Outcome<IdentityProvider?>.Of(null);
        }

        try
        {
            var kept = (settings.ClientSecretFile is { } file ? File.ReadAllText(file) : secret)?.Trim();
            return kept is { Length: > 0 } ? new IdentityProvider(authority, clientId, kept) : new Failure(ExitCode.DependencyUnavailable, "ClientSecretMissing", SecretVariable);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Failure(ExitCode.DependencyUnavailable, "ClientSecretMissing", SecretVariable);
        }
    }
}
