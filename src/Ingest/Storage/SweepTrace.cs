using System.Diagnostics;

namespace Ingest.Storage;

/// <summary>Tells whoever traces the process (an operator's collector, a test that ends the process there) which step of a sweep is done.</summary>
internal static class SweepTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Reporting.Sweep";

    private static readonly ActivitySource Source = new(Name);

    public static void Reached(SweepStep step)
    {
        if (Source.HasListeners())
        {
            // The steps of an intake have names of their own kind.
            Source.StartActivity($"Sweep{step}")?.Dispose();
        }
    }
}
