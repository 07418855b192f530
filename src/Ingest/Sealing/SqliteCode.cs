namespace Ingest.Sealing;

/// <summary>Numbers of SQLite's interface that are used here (<c>sqlite3.h</c>).</summary>
internal static class SqliteCode
{
    public const int Ok = 0;
    public const int Busy = 5;
    public const int IoError = 10;
    public const int NotFound = 12;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int ShortRead = 522;

    /// <summary>SQLITE_IOERR_DATA: the bytes read are not the bytes written.</summary>
    public const int DataDamaged = 8202;

    public const int OpenReadWrite = 0x2;
    public const int OpenMainDatabase = 0x100;
    public const int OpenMainJournal = 0x800;
    public const int OpenSuperJournal = 0x4000;
    public const int OpenLog = 0x80000;

    public const int SyncNormal = 0x2;

    /// <summary>Writing a part of a sector leaves the rest of it as it was, also at a power cut.</summary>
    public const int PowersafeOverwrite = 0x1000;

    public const int UndeletableWhenOpen = 0x800;

    public const int ControlSizeHint = 5;
    public const int ControlChunkSize = 6;
    public const int ControlMappedBytes = 18;
}
