using Host.Security;
using Host.Web.Wording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Host.Web.Accounts;

/// <summary>
/// Signing in through the identity provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, section 3.1). Of a token two things are read,
/// who says so and of whom; what the person may do stands in our tables. Our second factor follows as after a password.
/// </summary>
internal static class ProviderSignIn
{
    public const string Scheme = "provider";

    /// <summary>Where the provider sends the browser back to.</summary>
    public const string AnswerPath = "/sign-in/answer";

    private const string Tongue = "tongue";

    // None with a secret that both sides know: the keys are the provider's, and public.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void Set(OpenIdConnectOptions options, IdentityProvider provider)
    {
        options.SignInScheme = SessionCookie.Scheme;
        options.Authority = provider.Authority;
        options.RequireHttpsMetadata = new Uri(provider.Authority).Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.Secret;
        options.CallbackPath = AnswerPath;

        // The provider is asked for nothing but who it is, and neither side ends the sessions of the other.
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.GetClaimsFromUserInfoEndpoint = false;
        options.SaveTokens = false;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;

        // The answer comes as an address that the browser opens, so that our cookies may stay as strict as a link from elsewhere allows.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        Strict(options.CorrelationCookie, "reporting-provider.");
        Strict(options.NonceCookie, "reporting-nonce.");

        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.TokenValidationParameters.ValidIssuer = provider.Authority;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);

        // The secret and the code go to the address that the provider named, and are carried on to no other.
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Events.OnAuthorizationCodeReceived = RefuseClearTextAsync;
        options.Events.OnTokenValidated = RefuseUnsigned;
        options.Events.OnTicketReceived = Enter;
        options.Events.OnRemoteFailure = context => Refuse(context, context.Properties, context.Failure is HttpRequestException or OperationCanceledException);
    }

    /// <summary>Sends the browser to the provider.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="tongue">Language of the pages that follow.</param>
    /// <param name="next">The page to go to in the end.</param>
    /// <param name="options">Of the provider.</param>
    /// <returns>False where the provider cannot be reached.</returns>
    public static async Task<bool> BeginAsync(HttpContext context, string tongue, string? next, OpenIdConnectOptions options)
    {
        try
        {
            _ = await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            return false;
        }

        var properties = new AuthenticationProperties { RedirectUri = $"/{tongue}/second-factor?next={Uri.EscapeDataString(Landing.Of(next, tongue))}" };
        properties.Items[Tongue] = tongue;
        await context.ChallengeAsync(Scheme, properties);
        return true;
    }

    private static void Strict(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static async Task RefuseClearTextAsync(AuthorizationCodeReceivedContext context)
    {
        var configuration = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (!Uri.TryCreate(configuration.TokenEndpoint, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            throw new AuthenticationFailureException("The provider takes codes in clear text.");
        }
    }

    // The specification lets a token without a signature pass that the provider itself handed out (section 3.1.3.7), and so does the library. We do not.
    private static Task RefuseUnsigned(TokenValidatedContext context) =>
        context.SecurityToken is { RawSignature.Length: > 0, Header.Alg: var algorithm } && Algorithms.Contains(algorithm, StringComparer.Ordinal)
            ? Task.CompletedTask
            : throw new AuthenticationFailureException("The token is not signed.");

    // Everything of the token has been checked. What is kept of it is nothing: the session is ours, and so is its cookie.
    private static Task Enter(TicketReceivedContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var services = context.HttpContext.RequestServices;
        if (context.Principal?.FindFirst("iss")?.Value is not { } issuer || context.Principal.FindFirst("sub")?.Value is not { } subject
            || services.GetRequiredService<ExternalSubjectTable>().Find(issuer, subject) is not { } user)
        {
            return Refuse(context, context.Properties, isAway: false);
        }

        context.Principal = Claims.OfSession(services.GetRequiredService<SessionTable>().Begin(user, isByProvider: true));
        context.Properties = new AuthenticationProperties();
        return Task.CompletedTask;
    }

    // One answer for everything that may be wrong with a token or with the account behind it.
    private static Task Refuse(HandleRequestContext<RemoteAuthenticationOptions> context, AuthenticationProperties? properties, bool isAway)
    {
        var tongue = properties?.Items.TryGetValue(Tongue, out var kept) == true ? kept : ReaderLanguage.TongueOf(context.Request);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"/{tongue}/sign-in?provider={(isAway ? "away" : "refused")}");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
