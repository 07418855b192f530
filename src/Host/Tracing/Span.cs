using System.Diagnostics;
using Host.Outcomes;

namespace Host.Tracing;

/// <summary>Pieces of work with their durations, for whoever collects traces: the id of a release and codes, nothing of a case and no figure.</summary>
internal static class Span
{
    /// <param name="source">Of which work.</param>
    /// <param name="name">What; the same for every release.</param>
    /// <param name="release">Id of the release.</param>
    /// <returns>Null where nobody listens; it ends when it is disposed.</returns>
    public static Activity? Begin(ActivitySource source, string name, string release) => source.StartActivity(name)?.SetTag("reporting.release", release);

    /// <summary>Tells the code of a failure.</summary>
    public static Outcome<T> Told<T>(this Activity? span, Outcome<T> outcome)
        where T : notnull
    {
        if (outcome.Failure is { } failure)
        {
            span?.SetTag("error.type", failure.Code).SetStatus(ActivityStatusCode.Error);
        }

        return outcome;
    }
}
