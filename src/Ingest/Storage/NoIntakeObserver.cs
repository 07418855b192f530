namespace Ingest.Storage;

internal sealed class NoIntakeObserver : IIntakeObserver
{
    public static readonly NoIntakeObserver Instance = new();

    public void Reached(IntakeStep step)
    {
    }
}
