using System.Runtime.InteropServices;

namespace Ingest.Sealing;

/// <summary><c>sqlite3_file</c>: what every open file of SQLite begins with.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteFile
{
    public SqliteFileMethods* Methods;
}
