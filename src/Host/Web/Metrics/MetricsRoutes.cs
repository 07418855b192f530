namespace Host.Web.Metrics;

/// <summary>The counts and durations of the server, for the program that watches it and shows the token of the settings. Without a token in the settings there is no such page.</summary>
internal static class MetricsRoutes
{
    private const string Scheme = "Bearer ";

    public static void Map(IEndpointRouteBuilder routes, MetricsToken? token)
    {
        if (token is null)
        {
            return;
        }

        routes.MapGet("/metrics", (HttpContext context, MetricsText metrics) =>
        {
            var header = context.Request.Headers.Authorization.ToString();
            if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !token.Matches(header[Scheme.Length..].Trim()))
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            }

            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8");
        }).ExcludeFromDescription();
    }
}
