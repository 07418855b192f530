using Microsoft.AspNetCore.Http.HttpResults;

namespace Host.Web.Health;

/// <summary>For the one who watches whether the server is well.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", Answer).DisableRateLimiting();

    private static ContentHttpResult Answer(HealthProbe probe) => probe.IsWell()
        ? TypedResults.Text("ok")
        : TypedResults.Text("unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
}
