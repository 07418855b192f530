namespace Ingest.Storage;

/// <summary>Is told of each step done; tests stop the process there.</summary>
internal interface IIntakeObserver
{
    void Reached(IntakeStep step);
}
