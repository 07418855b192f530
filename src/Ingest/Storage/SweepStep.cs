namespace Ingest.Storage;

/// <summary>
/// The steps by which a file is written anew without a withdrawn case, each reported when it is done. Killed after any step before <see cref="Committed"/>, the old
/// file is the file once the store is opened again; killed after it, the new one is, and the old one is gone.
/// </summary>
internal enum SweepStep
{
    TemporaryOpened,
    TemporarySynced,
    CatalogueLocked,
    Renamed,
    FolderSynced,
    RowChanged,
    Committed,
    OldDeleted,
}
