using System.Diagnostics;

namespace Host.Demo;

/// <summary>Tells whoever traces the process which stage the demonstration has reached.</summary>
internal static class DemoTrace
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Reporting.Demo";

    private static readonly ActivitySource Source = new(Name);

    public static void Reached(DemoStage stage) => Source.StartActivity(stage.ToString())?.Dispose();
}
