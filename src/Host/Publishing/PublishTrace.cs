using System.Diagnostics;
using Host.Tracing;

namespace Host.Publishing;

/// <summary>Tells whoever traces the process (an operator's collector, a test that ends the process there) which step of a publication is done.</summary>
internal static class PublishTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Reporting.Publishing";

    private static readonly ActivitySource Source = new(Name);

    public static Activity? Begin(string name, string releaseId) => Span.Begin(Source, name, releaseId);

    public static void Reached(PublishStep step, string releaseId)
    {
        using var activity = Source.StartActivity(step.ToString());
        activity?.SetTag("release", releaseId);
    }
}
