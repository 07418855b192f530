using System.Diagnostics;

namespace Ingest.Storage;

/// <summary>Tells whoever traces the process (an operator's collector, a test that ends the process there) which step of an intake is done.</summary>
internal sealed class TracedIntake : IIntakeObserver
{
    /// <summary>Name of the source.</summary>
    public const string Name = "Reporting.Intake";

    private static readonly ActivitySource Source = new(Name);

    public static TracedIntake Instance { get; } = new();

    /// <summary>Begins a piece of work whose duration is told when it is disposed; nothing of the file goes with it.</summary>
    public static Activity? Begin(string name) => Source.StartActivity(name);

    public void Reached(IntakeStep step)
    {
        if (Source.HasListeners())
        {
            Source.StartActivity(step.ToString())?.Dispose();
        }
    }
}
