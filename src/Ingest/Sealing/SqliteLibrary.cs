using System.Runtime.InteropServices;

namespace Ingest.Sealing;

/// <summary>The two functions of SQLite under which a program gives it files of its own. The library is the one that Microsoft.Data.Sqlite uses.</summary>
internal static unsafe partial class SqliteLibrary
{
    private const string Name = "e_sqlite3";

    /// <summary>The system's own files where no name is given; null where nobody registered the name.</summary>
    [LibraryImport(Name, EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    public static partial SqliteVfs* Find(string? name);

    [LibraryImport(Name, EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    public static partial int Register(SqliteVfs* files, int asDefault);
}
