using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Portal;

/// <summary>
/// An OpenID provider on this machine, written from the specification and not with the library that we use: discovery, keys, a page that signs everybody in as
/// <see cref="Subject"/>, and a token endpoint that asks for the secret, the code and its PKCE verifier. It can be told to do one thing wrong.
/// </summary>
internal sealed class SomeIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "reporting";

    public const string Secret = "the secret of a client in a test";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _stranger = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string? Nonce, string Back)> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _server;

    private SomeIdentityProvider(WebApplication server) => _server = server;

    /// <summary>Another site than the portal's: browsers tell <c>localhost</c> from <c>127.0.0.1</c>.</summary>
    public string Issuer => $"http://localhost:{new Uri(_server.Urls.First()).Port}";

    public string Subject { get; set; } = "3f9c1a52-sub";

    /// <summary>What it does wrong; empty for nothing.</summary>
    public string Fault { get; set; } = "";

    /// <summary>Everything secret that it has handed out.</summary>
    public ConcurrentBag<string> HandedOut { get; } = [];

    /// <summary>Requests for tokens, good and bad.</summary>
    public int Redeemed { get; private set; }

    public static async Task<SomeIdentityProvider> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var server = builder.Build();
        var provider = new SomeIdentityProvider(server);
        server.UseRouting();
        server.MapGet("/.well-known/openid-configuration", provider.DescribeAsync);
        server.MapGet("/keys", provider.ShowKeysAsync);
        server.MapGet("/authorize", provider.SignIn);
        server.MapPost("/token", provider.RedeemAsync);
        await server.StartAsync(cancellationToken);
        return provider;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
        _stranger.Dispose();
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Encode(object part) => Encode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static Task AnswerAsync(HttpContext context, object body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(body), context.RequestAborted);
    }

    private Task DescribeAsync(HttpContext context) => AnswerAsync(context, new
    {
        issuer = Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = Fault == "clear text" ? "http://elsewhere.example/token" : $"{Issuer}/token",
        jwks_uri = $"{Issuer}/keys",
        response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private Task ShowKeysAsync(HttpContext context)
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return AnswerAsync(context, new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "k1", n = Encode(key.Modulus!), e = Encode(key.Exponent!) } } });
    }

    private void SignIn(HttpContext context)
    {
        var asked = context.Request.Query;
        var isWhole = asked["response_type"] == "code" && asked["client_id"] == ClientId && asked["scope"] == "openid" && asked["code_challenge_method"] == "S256"
            && !string.IsNullOrEmpty(asked["state"]) && !string.IsNullOrEmpty(asked["nonce"]) && asked["response_mode"] is [] or ["query"];
        if (!isWhole)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var back = asked["redirect_uri"].ToString();
        if (Fault == "denied")
        {
            context.Response.Redirect($"{back}?error=access_denied&error_description=said+{Subject}&state={Uri.EscapeDataString(asked["state"]!)}");
            return;
        }

        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        HandedOut.Add(code);
        _codes[code] = (asked["code_challenge"]!, asked["nonce"], back);
        context.Response.Redirect($"{back}?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private async Task RedeemAsync(HttpContext context)
    {
        Redeemed++;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var isOurs = form["grant_type"] == "authorization_code" && form["client_id"] == ClientId && form["client_secret"] == Secret;
        if (!isOurs || !_codes.TryRemove(form["code"].ToString(), out var given) || given.Back != form["redirect_uri"]
            || given.Challenge != Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
        {
            await AnswerAsync(context, new { error = "invalid_grant" }, StatusCodes.Status400BadRequest);
            return;
        }

        var token = Token(given.Nonce!);
        var access = RandomNumberGenerator.GetHexString(32, lowercase: true);
        HandedOut.Add(token);
        HandedOut.Add(access);
        await AnswerAsync(context, Fault == "no token" ? new { access_token = access, token_type = "Bearer" } : new { access_token = access, token_type = "Bearer", id_token = token });
    }

    // The claims of a role and a group are there to be ignored.
    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var isOld = Fault == "expired";
        var head = Encode(new { alg = Fault switch { "unsigned" => "none", "shared secret" => "HS256", _ => "RS256" }, typ = "JWT", kid = "k1" });
        var body = Encode(new
        {
            iss = Fault == "issuer" ? "https://elsewhere.example" : Issuer,
            sub = Subject,
            aud = Fault == "audience" ? "another-client" : ClientId,
            nonce = Fault == "nonce" ? "another" : nonce,
            iat = now - (isOld ? 7200 : 0),
            nbf = now - (isOld ? 7200 : 0),
            exp = now + (isOld ? -3600 : 300),
            role = "operator",
            groups = new[] { "operator", "approver" },
        });
        var signed = Encoding.ASCII.GetBytes($"{head}.{body}");
        var signature = Fault switch
        {
            "unsigned" or "signature left out" => "",
            "shared secret" => Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)),
            _ => Encode((Fault == "signature" ? _stranger : _key).SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
        return $"{head}.{body}.{signature}";
    }
}
