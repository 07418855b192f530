using Host.Security;
using Host.Web.Problems;

namespace Host.Web.Uploads;

/// <summary>Lets in who shows a good key, as the partner whose key it is. One answer for every kind of bad key.</summary>
internal sealed class PartnerGate(PartnerKeyTable keys) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private static readonly object Partner = new();

    /// <summary>The partner that was let in.</summary>
    public static string PartnerOf(HttpContext context) => (string)context.Items[Partner]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || keys.PartnerOf(header[Scheme.Length..].Trim()) is not { } partner)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem.Of(http, ProblemKinds.PartnerKeyRefused);
        }

        http.Items[Partner] = partner;
        http.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }
}
