using Host.Storage;
using Host.Workflow;
using Ingest.Sealing;
using Microsoft.Data.Sqlite;

namespace Host.Outcomes;

/// <summary>
/// What a failure of the system beneath means to the caller. Of an exception its kind alone is told: its text names paths, and a partner's file name may
/// name a person.
/// </summary>
internal static class SystemFailure
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int QuotaExceededOnMac = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;
    private const int SqliteConstraint = 19;

    // A database with a write-ahead log needs a small file of shared memory beside it before it can so much as be read.
    private const int SqliteNoRoomForSharedMemory = 4874;

    /// <returns>Null where the exception is a bug of ours.</returns>
    public static Failure? Of(Exception exception) => exception switch
    {
        LockHeldException => new Failure(ExitCode.DependencyUnavailable, "Busy"),
        NewerSchemaException newer => new Failure(ExitCode.DependencyUnavailable, "NewerSchema", newer.What),
        SealException sealing => new Failure(ExitCode.DependencyUnavailable, CodeOf(sealing.Fault), sealing.Database, sealing.KeyId),
        IOException { HResult: NoSpace or QuotaExceeded or QuotaExceededOnMac or WindowsDiskFull or WindowsHandleDiskFull } => new Failure(ExitCode.DependencyUnavailable, "DiskFull"),
        IOException { InnerException: SqliteException inner } => Of(inner),
        IOException or UnauthorizedAccessException => new Failure(ExitCode.DependencyUnavailable, "StorageUnavailable", exception.GetType().Name),
        SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SqliteNoRoomForSharedMemory } => new Failure(ExitCode.DependencyUnavailable, "DiskFull"),
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => new Failure(ExitCode.DependencyUnavailable, "Busy"),
        SqliteException { SqliteErrorCode: not SqliteConstraint } sqlite => new Failure(ExitCode.DependencyUnavailable, "StorageUnavailable", $"SQLite {sqlite.SqliteExtendedErrorCode}"),
        _ => null,
    };

    private static string CodeOf(SealFault fault) => fault switch
    {
        SealFault.KeyUnavailable => "DatabaseKeyUnavailable",
        SealFault.Newer => "NewerSchema",
        SealFault.Damaged => "DatabaseDamaged",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
