using Host.Outcomes;
using Host.Texts;
using Host.Web.Wording;

namespace Host.Web.Uploads;

/// <summary>Errors as RFC 9457 has them: a stable code, and a sentence in the caller's language.</summary>
internal static class Problem
{
    public static IResult Of(HttpContext context, int status, string code, params object[] arguments) => Results.Json(
        new
        {
            type = $"urn:reporting:{code}",
            title = Messages.In(ReaderLanguage.Of(context.Request)).Format(code, arguments),
            status,
            code,
        },
        statusCode: status,
        contentType: "application/problem+json");

    public static IResult Of(HttpContext context, Failure failure) => Of(
        context,
        failure.Exit switch
        {
            ExitCode.NotPermitted => StatusCodes.Status403Forbidden,
            ExitCode.Conflict => StatusCodes.Status409Conflict,
            ExitCode.DependencyUnavailable => StatusCodes.Status503ServiceUnavailable,
            ExitCode.InvalidInput or ExitCode.WrongUsage => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status500InternalServerError,
        },
        failure.Code,
        [.. failure.Arguments]);
}
