namespace Ingest.Storage;

/// <summary>
/// Carries a failure code out of a stream of batches to the edge of the store, where it becomes a value again. It has no inner
/// exception on purpose: those of the libraries beneath may hold values of a case.
/// </summary>
internal sealed class StoreException(StoreFailureCode code) : Exception(code.ToString())
{
    public StoreFailureCode Code { get; } = code;
}
