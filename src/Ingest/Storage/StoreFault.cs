using Ingest.Sealing;
using Microsoft.Data.Sqlite;
using ParquetSharp;

namespace Ingest.Storage;

/// <summary>What a failure of the system or of a library beneath the store means to the store's caller.</summary>
internal static class StoreFault
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteFull = 13;
    private const int SqliteConstraint = 19;

    // A database with a write-ahead log needs a small file of shared memory beside it before it can so much as be read.
    private const int SqliteNoRoomForSharedMemory = 4874;

    /// <returns>None where the failure is a bug and must not be swallowed.</returns>
    public static StoreFailureCode? Of(Exception failure) => failure switch
    {
        StoreException known => known.Code,
        SealException { Fault: SealFault.KeyUnavailable } => StoreFailureCode.KeyUnavailable,
        SealException { Fault: SealFault.Newer } => StoreFailureCode.NewerSchemaVersion,
        SealException { Fault: SealFault.Damaged } => StoreFailureCode.FileDamaged,
        IOException io when io.HResult is NoSpace or QuotaExceeded or WindowsDiskFull or WindowsHandleDiskFull => StoreFailureCode.DiskFull,
        IOException or UnauthorizedAccessException => StoreFailureCode.StoreUnreachable,
        SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SqliteNoRoomForSharedMemory } => StoreFailureCode.DiskFull,
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => StoreFailureCode.StoreBusy,
        SqliteException { SqliteExtendedErrorCode: SqliteCode.DataDamaged } => StoreFailureCode.FileDamaged,
        SqliteException { SqliteErrorCode: not SqliteConstraint } => StoreFailureCode.StoreUnreachable,
        ParquetException => StoreFailureCode.FileDamaged,
        _ => null,
    };

    /// <summary>Runs <paramref name="work"/>; an expected failure becomes its code, anything else stays an exception.</summary>
    public static StoreResult<T> Guard<T>(Func<StoreResult<T>> work)
        where T : notnull
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (Of(failure) is not null)
        {
            return Of(failure)!.Value;
        }
    }
}
