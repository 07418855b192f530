using System.Text.Json;
using Host.Web.Description;
using Host.Web.Headers;
using Host.Web.Problems;
using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Publication.Tables;

namespace Host.Web.Api;

/// <summary>What is published, for programs: the list of releases, one release, one of its tables.</summary>
internal static class ReleaseRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("releases");
        group.MapGet("/releases", List).CacheOutput(p => LedgerPolicy.Build(p, "page", "pageSize")).WithName("ListReleases").Produces<ReleaseList>().Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKinds.PageWrong, ProblemKinds.RequestBad, ProblemKinds.TooManyReads, ProblemKinds.ServerFault);
        group.MapGet("/releases/{id}", One).WithName("GetRelease").Produces<ReleaseDetail>().Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKinds.ReleaseNotPublished, ProblemKinds.TooManyReads, ProblemKinds.ServerFault);
        group.MapGet("/releases/{id}/tables/{table}", Table).WithName("GetTable")
            .WithMetadata(new TableMetadata()).Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status304NotModified)
            .Fails(ProblemKinds.ReleaseNotPublished, ProblemKinds.TableUnknown, ProblemKinds.FormatNotOffered, ProblemKinds.LanguageNotOffered, ProblemKinds.TooManyReads, ProblemKinds.ServerFault);
    }

    private static IResult List(HttpContext context, PublishedSite site, IOptions<JsonOptions> json, int? page, int? pageSize)
    {
        if (page is < 1 || pageSize is < 1 or > ReleaseList.LargestPage)
        {
            return Problem.Of(context, ProblemKinds.PageWrong, $"{ReleaseList.LargestPage}");
        }

        return Json(ReleaseList.Of(site.Current(), page ?? 1, pageSize ?? ReleaseList.UsualPage), json).Answer(context.Response, isPermanent: false);
    }

    private static IResult One(HttpContext context, PublishedSite site, IOptions<JsonOptions> json, string id)
    {
        var edition = site.Current();
        if (ReleaseAddress.Find(edition, id) is not { } address)
        {
            return Problem.Of(context, ProblemKinds.ReleaseNotPublished);
        }

        // Even at its own address a release says whether it still is the newest, so this answer is not for good.
        context.Response.Headers.ContentLocation = ReleaseLinks.Of(address.Release);
        return Json(ReleaseDetail.Of(edition, address.Release), json).Answer(context.Response, isPermanent: false);
    }

    private static IResult Table(HttpContext context, PublishedSite site, TableShelf shelf, string id, string table, string? language)
    {
        var edition = site.Current();
        if (ReleaseAddress.Find(edition, id) is not { } address)
        {
            return Problem.Of(context, ProblemKinds.ReleaseNotPublished);
        }

        if (language is not (null or "tr" or "en"))
        {
            return Problem.Of(context, ProblemKinds.LanguageNotOffered);
        }

        var parts = table.Split('.');
        var format = parts.Length == 1 ? TableFormat.ByWish(context.Request) : TableFormat.ByEnding(string.Join('.', parts[1..]));
        if (format is null)
        {
            return Problem.Of(context, parts.Length == 1 ? ProblemKinds.FormatNotOffered : ProblemKinds.TableUnknown);
        }

        var tongue = language switch { "tr" => Language.Tr, "en" => Language.En, _ => ReaderLanguage.Of(context.Request) };
        if (shelf.Find(edition, address.Release, parts[0], format, tongue) is not { } found)
        {
            return Problem.Of(context, ProblemKinds.TableUnknown);
        }

        context.Response.Headers.Vary = "Accept, Accept-Language";
        context.Response.Headers.ContentLocation = ReleaseLinks.Of(address.Release, parts[0], format);
        var name = $"{address.Release.Content.Header.Id}-{parts[0]}.{format.Ending}";
        return found.Answer(context.Response, address.IsPermanent, format == TableFormat.Json ? null : name);
    }

    private static Representation Json<T>(T document, IOptions<JsonOptions> json) =>
        Representation.Of(JsonSerializer.SerializeToUtf8Bytes(document, json.Value.SerializerOptions), "application/json");
}
