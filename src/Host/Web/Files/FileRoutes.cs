using System.Security.Cryptography;
using Host.Web.Site;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using Publication.Releases;

namespace Host.Web.Files;

/// <summary>
/// Downloads of published folders, and the list of releases for programs. Only names that a release has are looked for.
/// </summary>
internal static class FileRoutes
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/files/{period}/{**name}", Send);
        routes.MapGet("/v1/releases", List);
    }

    private static IResult Send(string period, string name, PublishedSite site, HttpResponse response)
    {
        if (!ReleasePeriod.TryParse(period, out var parsed) || site.Current().FileOf(parsed, name) is not { } path)
        {
            return Results.NotFound();
        }

        var content = File.ReadAllBytes(path);
        response.Headers.CacheControl = "public, max-age=300";
        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isShownInPlace = name.EndsWith(".svg", StringComparison.Ordinal) || name.EndsWith(".png", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal);
        return Results.File(
            content,
            type,
            isShownInPlace ? null : $"{parsed}-{Path.GetFileName(name)}",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\""));
    }

    private static IResult List(PublishedSite site) => Results.Json(new
    {
        schemaVersion = 1,
        releases = site.Current().All.Select(r => new
        {
            id = r.Content.Header.Id,
            period = r.Content.Header.Period.ToString(),
            title = new { tr = r.Content.Header.Title.Tr, en = r.Content.Header.Title.En },
            published = r.Content.Header.PublicationDate,
            cutOff = r.Content.Header.CutOff,
            status = site.Current().IsCurrent(r) ? "current" : "superseded",
            files = $"/files/{r.Content.Header.Period}/release.json",
            tables = r.Content.Tables.Select(t => new { id = t.Design.Id, csv = $"/files/{r.Content.Header.Period}/{t.Design.Id}.csv" }),
        }),
    });
}
