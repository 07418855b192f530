namespace Ingest.Storage;

/// <summary>
/// The steps of an intake in order, each reported when it is done. Killed after any step before <see cref="Committed"/>, the store
/// holds nothing of the upload once it is opened again; killed after it, all.
/// </summary>
internal enum IntakeStep
{
    NumberReserved,
    TemporaryOpened,
    BatchWritten,
    TemporaryClosed,
    TemporarySynced,
    CatalogueLocked,
    KeyKept,
    Renamed,
    FolderSynced,
    RowAdded,
    Committed,
}
