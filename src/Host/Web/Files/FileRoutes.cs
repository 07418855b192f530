using Host.Web.Api;
using Host.Web.Site;
using Microsoft.AspNetCore.StaticFiles;
using Publication.Releases;

namespace Host.Web.Files;

/// <summary>Downloads of published folders. Only names that a release has are looked for.</summary>
internal static class FileRoutes
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/files/{period}/{**name}", Send);

    private static IResult Send(string period, string name, PublishedSite site, HttpResponse response)
    {
        if (!ReleasePeriod.TryParse(period, out var parsed) || site.Current().FileOf(parsed, name) is not { } path)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=300";
        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isShownInPlace = name.EndsWith(".svg", StringComparison.Ordinal) || name.EndsWith(".png", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal);
        var file = Representation.Of(File.ReadAllBytes(path), type);
        return Results.File(file.Content, file.ContentType, isShownInPlace ? null : $"{parsed}-{Path.GetFileName(name)}", entityTag: file.Tag);
    }
}
