namespace Host.Web.Assets;

/// <summary>Sends the files that pages load.</summary>
internal static class AssetRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, SiteAssets assets, HttpResponse response) =>
    {
        if (assets.Find(name) is not { } asset)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    }).DisableRateLimiting();
}
