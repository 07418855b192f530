using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Sealing;

/// <summary>
/// <c>sqlite3_file</c> of a sealed file: SQLite's table of methods, our object, then the system's file. The methods are ours for reading, writing, cutting and
/// measuring, and hand everything else on.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SealedHandle
{
    private SqliteFileMethods* methods;
    private nint state;

    private static readonly SqliteFileMethods* Methods = Table();

    public static int Bytes => sizeof(SealedHandle);

    /// <summary>Room for the system's file, behind ours.</summary>
    public static SqliteFile* Beneath(SqliteFile* file) => (SqliteFile*)((SealedHandle*)file + 1);

    /// <summary>Makes a handle of a file that the system has opened.</summary>
    /// <returns>SQLite's code; where it is not 0 nothing was kept.</returns>
    public static int Put(SqliteFile* file, SealedKeys keys, int flags)
    {
        var beneath = new SystemFile(Beneath(file));
        var isDatabase = (flags & SqliteCode.OpenMainDatabase) != 0;
        if (isDatabase && (beneath.Size(out var size) != SqliteCode.Ok || size < SealHead.Bytes))
        {
            // Pages behind a head that is not there would lose their key.
            return SqliteCode.CannotOpen;
        }

        if ((flags & SqliteCode.OpenSuperJournal) != 0)
        {
            // A journal's last bytes would name it, and a sealed journal ends on a block. It takes several databases in one connection, and a key is one database's.
            return SqliteCode.CannotOpen;
        }

        var (layout, key) = (flags & SqliteCode.OpenLog) != 0 ? (LogLayout.Instance, keys.Log)
            : isDatabase ? (PageLayout.Database, keys.Pages)
            : (flags & SqliteCode.OpenMainJournal) != 0 ? (PageLayout.Journal, keys.Journal)
            : ((BlockLayout)PageLayout.Temporary, keys.Temporary);
        var handle = (SealedHandle*)file;
        handle->state = GCHandle.ToIntPtr(GCHandle.Alloc(new SealedFile(beneath, layout, key)));
        handle->methods = Methods;
        return SqliteCode.Ok;
    }

    private static SqliteFileMethods* Table()
    {
        var table = (SqliteFileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteFileMethods));
        table->Version = 2;
        table->Close = &Close;
        table->Read = &Read;
        table->Write = &Write;
        table->Truncate = &Truncate;
        table->Sync = &Sync;
        table->FileSize = &FileSize;
        table->Lock = &Lock;
        table->Unlock = &Unlock;
        table->CheckReservedLock = &CheckReservedLock;
        table->FileControl = &FileControl;
        table->SectorSize = &SectorSize;
        table->DeviceCharacteristics = &DeviceCharacteristics;
        table->ShmMap = &ShmMap;
        table->ShmLock = &ShmLock;
        table->ShmBarrier = &ShmBarrier;
        table->ShmUnmap = &ShmUnmap;
        return table;
    }

    private static SealedFile Of(SqliteFile* file) => (SealedFile)GCHandle.FromIntPtr(((SealedHandle*)file)->state).Target!;

    // No exception may pass through SQLite: it hears of a failed read or write, and rolls back.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(SqliteFile* file, byte* into, int bytes, long at)
    {
        try
        {
            return Of(file).Read(new Span<byte>(into, bytes), at);
        }
        catch (Exception)
        {
            return SqliteCode.IoError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(SqliteFile* file, byte* from, int bytes, long at)
    {
        try
        {
            return Of(file).Write(new ReadOnlySpan<byte>(from, bytes), at);
        }
        catch (Exception)
        {
            return SqliteCode.IoError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(SqliteFile* file, long bytes)
    {
        try
        {
            return Of(file).Truncate(bytes);
        }
        catch (Exception)
        {
            return SqliteCode.IoError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(SqliteFile* file, long* bytes)
    {
        var code = Of(file).Size(out var size);
        *bytes = size;
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteFile* file)
    {
        var handle = GCHandle.FromIntPtr(((SealedHandle*)file)->state);
        var opened = (SealedFile)handle.Target!;
        handle.Free();
        opened.Dispose();
        return opened.Beneath.Close();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(SqliteFile* file, int control, void* argument) => control switch
    {
        // They count in bytes of content, and are hints.
        SqliteCode.ControlSizeHint or SqliteCode.ControlChunkSize => SqliteCode.Ok,
        SqliteCode.ControlMappedBytes => SqliteCode.NotFound,
        _ => Beneath(file)->Methods->FileControl(Beneath(file), control, argument),
    };

    // Of what the system promises about a plain file only this holds for a sealed one, too.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(SqliteFile* file) =>
        Beneath(file)->Methods->DeviceCharacteristics(Beneath(file)) & (SqliteCode.PowersafeOverwrite | SqliteCode.UndeletableWhenOpen);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(SqliteFile* file, int flags)
    {
        try
        {
            return Of(file).Sync(flags);
        }
        catch (Exception)
        {
            return SqliteCode.IoError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(SqliteFile* file, int level) => Beneath(file)->Methods->Lock(Beneath(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(SqliteFile* file, int level) => Beneath(file)->Methods->Unlock(Beneath(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(SqliteFile* file, int* held) => Beneath(file)->Methods->CheckReservedLock(Beneath(file), held);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(SqliteFile* file) => Beneath(file)->Methods->SectorSize(Beneath(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmMap(SqliteFile* file, int region, int bytes, int extend, void** place) =>
        Beneath(file)->Methods->ShmMap(Beneath(file), region, bytes, extend, place);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmLock(SqliteFile* file, int offset, int count, int flags) => Beneath(file)->Methods->ShmLock(Beneath(file), offset, count, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ShmBarrier(SqliteFile* file) => Beneath(file)->Methods->ShmBarrier(Beneath(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmUnmap(SqliteFile* file, int delete) => Beneath(file)->Methods->ShmUnmap(Beneath(file), delete);
}
