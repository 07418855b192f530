using System.Diagnostics;
using Host.Tracing;

namespace Host.Drafting;

/// <summary>Tells whoever traces the process (an operator's collector, a test that ends the process there) which step of a draft is done.</summary>
internal static class DraftTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Reporting.Drafting";

    private static readonly ActivitySource Source = new(Name);

    public static Activity? Begin(string name, string releaseId) => Span.Begin(Source, name, releaseId);

    public static void Reached(DraftStep step, string releaseId)
    {
        // Steps of other works may have the same names.
        using var activity = Source.StartActivity($"Draft{step}");
        activity?.SetTag("release", releaseId);
    }
}
