using Host.Outcomes;
using Host.Texts;
using Host.Web.Wording;
using Publication.Tables;

namespace Host.Web.Problems;

/// <summary>Errors as RFC 9457 has them: a stable code, and a sentence in the caller's language.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    private static readonly Messages Turkish = Messages.In(Language.Tr);
    private static readonly Messages English = Messages.In(Language.En);

    /// <param name="context">Whose request failed.</param>
    /// <param name="kind">In which way.</param>
    /// <param name="arguments">What the sentence names: numbers and names of ours, never what was sent.</param>
    public static IResult Of(HttpContext context, ProblemKind kind, params IReadOnlyList<string> arguments) => Results.Json(
        Document(kind, ReaderLanguage.Of(context.Request), arguments), statusCode: kind.Status, contentType: ContentType);

    public static IResult Of(HttpContext context, Failure failure) => Of(context, new ProblemKind(StatusOf(failure.Exit), failure.Code), failure.Arguments);

    public static ProblemDocument Document(ProblemKind kind, Language language, IReadOnlyList<string> arguments) =>
        new($"urn:reporting:{kind.Code}", (language == Language.Tr ? Turkish : English).Format(kind.Code, [.. arguments]), kind.Status, kind.Code);

    public static int StatusOf(ExitCode exit) => exit switch
    {
        ExitCode.NotPermitted => StatusCodes.Status403Forbidden,
        ExitCode.Conflict => StatusCodes.Status409Conflict,
        ExitCode.DependencyUnavailable => StatusCodes.Status503ServiceUnavailable,
        ExitCode.InvalidInput or ExitCode.WrongUsage => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status500InternalServerError,
    };
}
