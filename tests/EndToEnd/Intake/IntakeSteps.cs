using Xunit;

namespace EndToEnd.Intake;

/// <summary>
/// The steps of an intake, as an operator's tracer hears them; the type that names them is the store's own. A step that is renamed or taken away is never
/// reached, and the test of it fails.
/// </summary>
internal static class IntakeSteps
{
    public const string Last = "Committed";

    public static TheoryData<string> All => new(
        "NumberReserved", "TemporaryOpened", "BatchWritten", "TemporaryClosed", "TemporarySynced", "CatalogueLocked", "KeyKept", "Renamed", "FolderSynced", "RowAdded", Last);
}
