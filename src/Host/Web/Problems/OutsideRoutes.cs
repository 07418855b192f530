using Microsoft.AspNetCore.Diagnostics;

namespace Host.Web.Problems;

/// <summary>What a program is told whose call reached no route: it reads JSON, and the page for people would be noise to it.</summary>
internal static class OutsideRoutes
{
    // It belongs to no route, so the description of the routes has no place for it.
    private static readonly ProblemKind AddressUnknown = new(StatusCodes.Status404NotFound, nameof(AddressUnknown));

    public static bool Concern(HttpContext context) => context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal);

    public static Task AnswerAsync(StatusCodeContext empty)
    {
        var context = empty.HttpContext;
        var status = context.Response.StatusCode;
        return (status == AddressUnknown.Status ? Problem.Of(context, AddressUnknown) : Problem.Of(context, ProblemKinds.RequestBad with { Status = status }, $"{status}")).ExecuteAsync(context);
    }
}
